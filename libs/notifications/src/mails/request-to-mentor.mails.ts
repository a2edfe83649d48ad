import { formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import type { MailTemplate } from '../templates/mail-template.js';
import {
  requestMoreAnsweredTemplate,
  requestReceivedTemplate,
  requestReminderTemplate,
  requestSupersededTemplate,
  requestWithdrawnTemplate,
} from '../templates/request.templates.js';
import { button } from './blocks.js';
import { type Letter, letterOf, programLetter } from './letter.js';
import { defineMail, idIn, type Mail, type MailInput, type MailTools, Stale } from './mail.js';
import { type RequestFacts, requestFacts } from './request-facts.js';

/** What each of these mails says. */
interface Answerable {
  readonly words: { readonly mentee_name: string; readonly answer_by: string };
  readonly buttons: readonly MailBlock[];
}

type Write = (facts: RequestFacts, answerable: Answerable) => Letter;

/** A mail that the mentor answers by a button, while the request waits for them. */
const toAnswer = (isStale: (facts: RequestFacts) => string | null, write: Write): Mail =>
  defineMail<RequestFacts>({
    async load(db, input) {
      const facts = await requestFacts(db, input, 'pending');
      if (facts instanceof Stale) return facts;
      const reason = isStale(facts);
      return reason === null ? facts : new Stale(reason);
    },
    write(facts, tools, input) {
      const letter = write(facts, { words: wordsOf(facts), buttons: answers(tools, input) });
      return programLetter(facts.reader, facts.program, tools, letter);
    },
  });

function wordsOf({ request, reader }: RequestFacts): Answerable['words'] {
  const { answer_by: until, mentee_name } = request;
  return {
    mentee_name: isolateName(mentee_name),
    answer_by: until === null ? '' : formatInstant(until.getTime(), reader.timeZone),
  };
}

function answers({ links }: MailTools, input: MailInput): MailBlock[] {
  const link = (label: string, name: string, quiet: boolean) => ({
    label,
    url: links.action(idIn(input, name)),
    quiet,
  });
  return [
    {
      type: 'buttons',
      links: [
        link('Accept', 'acceptTokenId', false),
        link('Tell me more', 'askMoreTokenId', true),
        link('Decline', 'declineTokenId', true),
      ],
    },
  ];
}

/** In the mentee's words, also where they are few. */
const said = (text: string | null): MailBlock[] => [{ type: 'quote', text: text ?? '' }];

export const requestReceived = toAnswer(
  () => null,
  ({ request }, { words, buttons }) =>
    letterOf(requestReceivedTemplate, {
      words: { ...words, mentee_headline: request.mentee_headline ?? '' },
      parts: { request: said(request.note), buttons },
    }),
);

export const requestReminder = toAnswer(
  ({ request }) =>
    request.question !== null && request.answered_at === null ? 'the mentee is to act, not the mentor' : null,
  ({ request }, { words, buttons }) =>
    letterOf(requestReminderTemplate, { words, parts: { request: said(request.note), buttons } }),
);

export const requestMoreAnswered = toAnswer(
  ({ request }) => (request.answer === null ? 'there is no answer any more' : null),
  ({ request }, { words, buttons }) =>
    letterOf(requestMoreAnsweredTemplate, {
      words,
      parts: { question: said(request.question), answer: said(request.answer), buttons },
    }),
);

/** News that asks nothing of the mentor. */
const news = (state: string, template: MailTemplate<'mentee_name', 'buttons'>): Mail =>
  defineMail<RequestFacts>({
    load: (db, input) => requestFacts(db, input, state),
    write({ reader, program, request }, tools) {
      const letter = letterOf(template, {
        words: { mentee_name: isolateName(request.mentee_name) },
        parts: { buttons: button('See your requests', tools.links.page('/requests'), true) },
      });
      return programLetter(reader, program, tools, letter);
    },
  });

export const requestSuperseded = news('superseded', requestSupersededTemplate);
export const requestWithdrawn = news('withdrawn', requestWithdrawnTemplate);
