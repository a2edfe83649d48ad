import {
  ConfirmProposal,
  DeclineProposal,
  MentorshipQueries,
  MentorshipUnknownError,
  type MentorshipView,
  ProposalClosedError,
} from '#mentorships';
import { Injectable } from '@nestjs/common';
import type { MailAction, MailActionDone, MailActionSubject } from '../mail-actions/mail-action.js';

interface OwnProposal {
  readonly view: MentorshipView;
  readonly side: 'mentor' | 'mentee';
  /** Name of the other. */
  readonly other: string;
}

const confirmed = ({ view, other }: OwnProposal): MailActionDone =>
  view.state === 'proposed'
    ? {
        title: 'Thank you for your yes',
        sentences: [`As soon as ${other} says yes too, you are introduced to each other by mail.`],
      }
    : {
        title: `You and ${other} are matched`,
        sentences: ['Both of you get an introduction by mail. There is nothing to do until then.'],
      };

const declined = ({ side }: OwnProposal): MailActionDone => ({
  title: 'You said no',
  sentences: [
    side === 'mentor'
      ? 'Your place is yours to give again. Nobody asks you why.'
      : 'Nobody asks you why. Write to your coordinator if you would like another match.',
  ],
});

/** What the two of a proposed mentorship can answer from a mail: yes or no. */
@Injectable()
export class ProposalMailActions {
  constructor(
    private readonly mentorships: MentorshipQueries,
    private readonly confirms: ConfirmProposal,
    private readonly declines: DeclineProposal,
  ) {}

  /** The actions, one for each purpose of the links. */
  all(): readonly MailAction[] {
    return [this.confirm(), this.decline()];
  }

  private confirm(): MailAction {
    return {
      purpose: 'mentorship.confirm',
      describe: async (subject) => {
        const { other, side } = await this.open(subject);
        return {
          title: side === 'mentor' ? `Be ${other}’s mentor?` : `Take ${other} as your mentor?`,
          sentences: [
            'If you say yes, your place is kept, and you are introduced by mail once it is settled.',
          ],
          button: 'Yes, confirm',
        };
      },
      perform: async (subject) => {
        const { view } = await this.own(subject);
        await this.confirms.execute({ mentorshipId: view.id, programId: null }, subject);
        return confirmed(await this.own(subject));
      },
      repeat: async (subject) => {
        const own = await this.own(subject);
        return own.view.state !== 'ended' && answerOf(own) === 'confirmed' ? confirmed(own) : null;
      },
    };
  }

  private decline(): MailAction {
    return {
      purpose: 'mentorship.decline',
      describe: async (subject) => {
        const { other } = await this.open(subject);
        return {
          title: `Decline the match with ${other}?`,
          sentences: [`A no is fine, and needs no reason. ${other} is told kindly.`],
          button: 'Decline',
        };
      },
      perform: async (subject) => {
        const own = await this.own(subject);
        await this.declines.execute({ mentorshipId: own.view.id, programId: null }, subject);
        return declined(own);
      },
      repeat: async (subject) => {
        const own = await this.own(subject);
        return answerOf(own) === 'declined' ? declined(own) : null;
      },
    };
  }

  /** The proposal, while it waits. @throws MentorshipUnknownError, ProposalClosedError */
  private async open(subject: MailActionSubject): Promise<OwnProposal> {
    const own = await this.own(subject);
    if (own.view.state !== 'proposed') throw new ProposalClosedError(own.view.state);
    return own;
  }

  private async own({ context, accountId }: MailActionSubject): Promise<OwnProposal> {
    const view = await this.mentorships.findForParty(context['mentorshipId'] ?? '', accountId);
    if (view?.you !== 'mentor' && view?.you !== 'mentee') throw new MentorshipUnknownError();
    return { view, side: view.you, other: (view.you === 'mentor' ? view.mentee : view.mentor).name };
  }
}

function answerOf({ view, side }: OwnProposal): string | undefined {
  return view.confirmation?.[side];
}
