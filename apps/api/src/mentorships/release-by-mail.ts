import {
  MentorshipQueries,
  MentorshipStateError,
  MentorshipUnknownError,
  type MentorshipView,
  ReleaseMentorship,
} from '#mentorships';
import { Injectable } from '@nestjs/common';
import type {
  MailAction,
  MailActionDone,
  MailActionPage,
  MailActionSubject,
} from '../mail-actions/mail-action.js';

/** "I can't take this on now", from the mentor's intro mail. */
@Injectable()
export class ReleaseByMail implements MailAction {
  readonly purpose = 'mentorship.release';

  constructor(
    private readonly mentorships: MentorshipQueries,
    private readonly release: ReleaseMentorship,
  ) {}

  async describe(subject: MailActionSubject): Promise<MailActionPage> {
    const { mentee, state } = await this.find(subject);
    if (state === 'completed' || state === 'ended') throw new MentorshipStateError(state, []);
    return {
      title: 'You can’t take this on now?',
      sentences: [
        `Your coordinator hears at once and looks for another mentor for ${mentee.name}.`,
        `${mentee.name} is told after three working days, without a reason.`,
      ],
      button: 'I can’t take this on now',
    };
  }

  async perform(subject: MailActionSubject): Promise<MailActionDone> {
    const { id, mentee } = await this.find(subject);
    await this.release.execute({ mentorshipId: id, programId: null }, subject);
    return {
      title: 'Thank you for saying so',
      sentences: [
        `Your coordinator takes care of ${mentee.name} from here. There is nothing left for you to do.`,
      ],
    };
  }

  private async find({ context, accountId }: MailActionSubject): Promise<MentorshipView> {
    const id = context['mentorshipId'] ?? '';
    const mentorship = await this.mentorships.findForParty(id, accountId);
    if (mentorship === null) throw new MentorshipUnknownError();
    return mentorship;
  }
}
