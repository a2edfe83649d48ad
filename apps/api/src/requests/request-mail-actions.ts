import {
  AcceptRequest,
  AskMore,
  DeclineRequest,
  REQUEST_TEXT_MAX,
  RequestQueries,
  RequestStateError,
  RequestUnknownError,
  type RequestView,
} from '#matching';
import { Injectable } from '@nestjs/common';
import type { MailAction, MailActionDone, MailActionSubject } from '../mail-actions/mail-action.js';

const accepted = (mentee: string): MailActionDone => ({
  title: `You are ${mentee}’s mentor`,
  sentences: ['Both of you get an introduction by mail. There is nothing to do until then.'],
});

const declined = (mentee: string): MailActionDone => ({
  title: 'You declined',
  sentences: [`${mentee} is told kindly, and can ask somebody else.`],
});

const asked = (mentee: string): MailActionDone => ({
  title: 'Your question is on its way',
  sentences: [`You get ${mentee}’s answer by mail, and can accept or decline then.`],
});

/** What a mentor can answer from a mail: yes, no, tell me more. */
@Injectable()
export class RequestMailActions {
  constructor(
    private readonly queries: RequestQueries,
    private readonly accepts: AcceptRequest,
    private readonly declines: DeclineRequest,
    private readonly asks: AskMore,
  ) {}

  /** The actions, one for each purpose of the links. */
  all(): readonly MailAction[] {
    return [this.accept(), this.decline(), this.askMore()];
  }

  private accept(): MailAction {
    return {
      purpose: 'request.accept',
      describe: async (subject) => {
        const { mentee, note } = await this.open(subject);
        return {
          title: `Be ${mentee.name}’s mentor?`,
          sentences: [
            ...(note === null ? [] : [`${mentee.name} writes: ${note}`]),
            'If you say yes, the mentorship starts, and both of you get an introduction by mail.',
          ],
          button: 'Yes, accept',
        };
      },
      perform: async (subject) => {
        const { id, programId, mentee } = await this.own(subject);
        await this.accepts.execute({ requestId: id, programId }, subject);
        return accepted(mentee.name);
      },
      repeat: async (subject) => {
        const { state, mentee } = await this.own(subject);
        return state === 'accepted' ? accepted(mentee.name) : null;
      },
    };
  }

  private decline(): MailAction {
    return {
      purpose: 'request.decline',
      describe: async (subject) => {
        const { mentee } = await this.open(subject);
        return {
          title: `Decline ${mentee.name}’s request?`,
          sentences: [
            `A no is fine: it lets ${mentee.name} ask somebody else.`,
            'What you write here is shown to them.',
          ],
          button: 'Decline',
          fields: [
            {
              name: 'reason',
              label: 'Why, if you like to say',
              kind: 'paragraph',
              required: false,
              maxLength: REQUEST_TEXT_MAX,
            },
          ],
        };
      },
      perform: async (subject, { reason = '' }) => {
        const { id, programId, mentee } = await this.own(subject);
        await this.declines.execute({ requestId: id, programId, reason }, subject);
        return declined(mentee.name);
      },
      repeat: async (subject) => {
        const { state, mentee } = await this.own(subject);
        return state === 'declined' ? declined(mentee.name) : null;
      },
    };
  }

  private askMore(): MailAction {
    return {
      purpose: 'request.ask-more',
      describe: async (subject) => {
        const { mentee, note } = await this.open(subject);
        return {
          title: `What would you like to know from ${mentee.name}?`,
          sentences: [
            ...(note === null ? [] : [`${mentee.name} writes: ${note}`]),
            'The request stays open. You get the answer by mail.',
          ],
          button: 'Send the question',
          fields: [
            {
              name: 'question',
              label: 'Your question',
              kind: 'paragraph',
              required: true,
              maxLength: REQUEST_TEXT_MAX,
            },
          ],
        };
      },
      perform: async (subject, { question = '' }) => {
        const { id, programId, mentee } = await this.own(subject);
        await this.asks.execute({ requestId: id, programId, question }, subject);
        return asked(mentee.name);
      },
      repeat: async (subject) => {
        const { waitsFor, mentee } = await this.own(subject);
        return waitsFor === 'mentee' ? asked(mentee.name) : null;
      },
    };
  }

  /** The request, while it waits. @throws RequestUnknownError, RequestStateError */
  private async open(subject: MailActionSubject): Promise<RequestView> {
    const view = await this.own(subject);
    if (view.state !== 'pending') throw new RequestStateError(view.state);
    return view;
  }

  private async own({ context, accountId }: MailActionSubject): Promise<RequestView> {
    const id = context['requestId'];
    if (id === undefined) throw new RequestUnknownError();
    return this.queries.getOwn(id, accountId);
  }
}
