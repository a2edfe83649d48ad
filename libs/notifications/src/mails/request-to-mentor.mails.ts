import { formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import { type Letter, programLetter } from './letter.js';
import { defineMail, idIn, type Mail, type MailInput, type MailTools, Stale } from './mail.js';
import { type RequestFacts, requestFacts } from './request-facts.js';

type Write = (facts: RequestFacts, blocks: readonly MailBlock[]) => Letter;

/** A mail that the mentor answers by a button, while the request waits for them. */
const toAnswer = (isStale: (facts: RequestFacts) => string | null, write: Write): Mail =>
  defineMail<RequestFacts>({
    async load(db, input) {
      const facts = await requestFacts(db, input, 'pending');
      if (facts instanceof Stale) return facts;
      const reason = isStale(facts);
      return reason === null ? facts : new Stale(reason);
    },
    write: (facts, tools, input) =>
      programLetter(facts.reader, facts.program, tools, write(facts, answers(facts, tools, input))),
  });

function answers({ request, reader }: RequestFacts, { links }: MailTools, input: MailInput): MailBlock[] {
  const link = (label: string, name: string, quiet: boolean) => ({
    label,
    url: links.action(idIn(input, name)),
    quiet,
  });
  const until =
    request.answer_by === null
      ? []
      : [
          {
            type: 'small' as const,
            text: `Please answer by ${formatInstant(request.answer_by.getTime(), reader.timeZone)}. After that the request goes on to somebody else. No sign-in needed; each button opens a page that asks once more.`,
          },
        ];
  return [
    {
      type: 'buttons',
      links: [
        link('Accept', 'acceptTokenId', false),
        link('Tell me more', 'askMoreTokenId', true),
        link('Decline', 'declineTokenId', true),
      ],
    },
    ...until,
  ];
}

const whoAsks = ({ request }: RequestFacts): MailBlock[] =>
  request.mentee_headline === null || request.mentee_headline === ''
    ? []
    : [{ type: 'paragraph', text: request.mentee_headline }];

export const requestReceived = toAnswer(
  () => null,
  (facts, buttons) => {
    const mentee = isolateName(facts.request.mentee_name);
    return {
      subject: `${mentee} asks you to be their mentor`,
      preheader: 'Accept, decline, or ask to know more.',
      blocks: [
        { type: 'heading', text: `${mentee} asks you to be their mentor` },
        ...whoAsks(facts),
        { type: 'quote', text: facts.request.note },
        ...buttons,
      ],
    };
  },
);

export const requestReminder = toAnswer(
  ({ request }) =>
    request.question !== null && request.answered_at === null ? 'the mentee is to act, not the mentor' : null,
  ({ request }, buttons) => {
    const mentee = isolateName(request.mentee_name);
    return {
      subject: `${mentee} is waiting for your answer`,
      preheader: 'A no is fine too: it lets them ask somebody else.',
      blocks: [
        { type: 'heading', text: `${mentee} is waiting for your answer` },
        { type: 'quote', text: request.note },
        { type: 'paragraph', text: 'A no is fine too: it lets them ask somebody else.' },
        ...buttons,
      ],
    };
  },
);

export const requestMoreAnswered = toAnswer(
  ({ request }) => (request.answer === null ? 'there is no answer any more' : null),
  ({ request }, buttons) => {
    const mentee = isolateName(request.mentee_name);
    return {
      subject: `${mentee} answered your question`,
      preheader: 'Accept or decline.',
      blocks: [
        { type: 'heading', text: `${mentee} answered your question` },
        { type: 'paragraph', text: 'You asked:' },
        { type: 'quote', text: request.question ?? '' },
        { type: 'paragraph', text: `${mentee} writes:` },
        { type: 'quote', text: request.answer ?? '' },
        ...buttons,
      ],
    };
  },
);

/** News that asks nothing of the mentor. */
const news = (state: string, write: (mentee: string, tools: MailTools) => Letter): Mail =>
  defineMail<RequestFacts>({
    load: (db, input) => requestFacts(db, input, state),
    write: ({ reader, program, request }, tools) =>
      programLetter(reader, program, tools, write(isolateName(request.mentee_name), tools)),
  });

export const requestSuperseded = news('superseded', (mentee, { links }) => ({
  subject: `${mentee} has found a mentor`,
  preheader: 'There is nothing left for you to answer.',
  blocks: [
    { type: 'heading', text: `${mentee} has found a mentor` },
    {
      type: 'paragraph',
      text: 'Somebody else said yes first, so their request to you is closed. Your place stays free for the next person.',
    },
    { type: 'buttons', links: [{ label: 'See your requests', url: links.page('/requests'), quiet: true }] },
  ],
}));

export const requestWithdrawn = news('withdrawn', (mentee, { links }) => ({
  subject: `${mentee} took their request back`,
  preheader: 'There is nothing left for you to answer.',
  blocks: [
    { type: 'heading', text: `${mentee} took their request back` },
    {
      type: 'paragraph',
      text: 'There is nothing left for you to answer. People do this when their plans change.',
    },
    { type: 'buttons', links: [{ label: 'See your requests', url: links.page('/requests'), quiet: true }] },
  ],
}));
