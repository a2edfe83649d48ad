import { formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import { type Letter, programLetter } from './letter.js';
import { defineMail, type Mail, type MailTools, Stale } from './mail.js';
import { type RequestFacts, requestFacts } from './request-facts.js';

/** An answer to the mentee, true as long as the request is in this state. */
const answer = (
  state: string,
  write: (facts: RequestFacts, mentor: string, tools: MailTools) => Letter,
): Mail =>
  defineMail<RequestFacts>({
    load: (db, input) => requestFacts(db, input, state),
    write: (facts, tools) =>
      programLetter(
        facts.reader,
        facts.program,
        tools,
        write(facts, isolateName(facts.request.mentor_name), tools),
      ),
  });

const quoted = (text: string | null): MailBlock[] =>
  text === null || text === '' ? [] : [{ type: 'quote', text }];

const nextStep = ({ links }: MailTools): MailBlock[] => [
  {
    type: 'paragraph',
    text: 'If you ranked more mentors, the next one is asked now. You can add others at any time.',
  },
  { type: 'buttons', links: [{ label: 'See your choices', url: links.page('/requests') }] },
];

export const requestAccepted = answer('accepted', (_facts, mentor, { links }) => ({
  subject: `${mentor} said yes`,
  preheader: 'Your introduction comes in a mail of its own.',
  blocks: [
    { type: 'heading', text: `${mentor} said yes` },
    {
      type: 'paragraph',
      text: 'Your introduction comes in a mail of its own, with times that suit you both. Your other requests are closed, politely.',
    },
    { type: 'buttons', links: [{ label: 'See where you stand', url: links.page('/') }] },
  ],
}));

export const requestDeclined = answer('declined', ({ request }, mentor, tools) => ({
  subject: `${mentor} can’t take another mentee now`,
  preheader: 'What happens next.',
  blocks: [
    { type: 'heading', text: `${mentor} can’t take another mentee now` },
    ...quoted(request.decision_reason),
    ...nextStep(tools),
  ],
}));

const notAnsweredByMentor = (mentor: string, tools: MailTools): Letter => ({
  subject: `No answer from ${mentor} in time`,
  preheader: 'What happens next.',
  blocks: [
    { type: 'heading', text: `No answer from ${mentor} in time` },
    {
      type: 'paragraph',
      text: 'Silence says nothing about you: people travel and mails get lost. The request is closed, so that you don’t wait any longer.',
    },
    ...nextStep(tools),
  ],
});

/** The mentor asked to know more, and it was the mentee who did not get to it. */
const notAnsweredByMentee = (mentor: string, tools: MailTools): Letter => ({
  subject: `Your request to ${mentor} is closed`,
  preheader: 'You can ask again at any time.',
  blocks: [
    { type: 'heading', text: `Your request to ${mentor} is closed` },
    {
      type: 'paragraph',
      text: `${mentor} asked to know more, and the time to answer is over. You can ask again at any time.`,
    },
    ...nextStep(tools),
  ],
});

export const requestExpired = answer('expired', ({ request }, mentor, tools) =>
  request.question !== null && request.answered_at === null
    ? notAnsweredByMentee(mentor, tools)
    : notAnsweredByMentor(mentor, tools),
);

/** "Tell me more": the mentor's question. */
export const requestMoreAsked = defineMail<RequestFacts>({
  async load(db, input) {
    const facts = await requestFacts(db, input, 'pending');
    if (facts instanceof Stale) return facts;
    const { question, answered_at } = facts.request;
    return question === null || answered_at !== null ? new Stale('the question was answered') : facts;
  },
  write({ reader, program, request }, tools) {
    const mentor = isolateName(request.mentor_name);
    const until: MailBlock[] =
      request.answer_by === null
        ? []
        : [
            {
              type: 'small',
              text: `The request is open until ${formatInstant(request.answer_by.getTime(), reader.timeZone)}.`,
            },
          ];
    return programLetter(reader, program, tools, {
      subject: `${mentor} would like to know more`,
      preheader: 'Answer in a few lines.',
      blocks: [
        { type: 'heading', text: `${mentor} would like to know more` },
        { type: 'quote', text: request.question ?? '' },
        { type: 'buttons', links: [{ label: 'Answer', url: tools.links.page('/requests') }] },
        ...until,
      ],
    });
  },
});
