import { formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import {
  requestAcceptedTemplate,
  requestDeclinedTemplate,
  requestMoreAskedTemplate,
  requestUnansweredTemplate,
  requestUntoldTemplate,
} from '../templates/request.templates.js';
import { button, quoted } from './blocks.js';
import { type Letter, letterOf, programLetter } from './letter.js';
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

const choices = ({ links }: MailTools): MailBlock[] => button('See your choices', links.page('/requests'));

export const requestAccepted = answer('accepted', (_facts, mentor_name, { links }) =>
  letterOf(requestAcceptedTemplate, {
    words: { mentor_name },
    parts: { buttons: button('See where you stand', links.page('/')) },
  }),
);

export const requestDeclined = answer('declined', ({ request }, mentor_name, tools) =>
  letterOf(requestDeclinedTemplate, {
    words: { mentor_name },
    parts: { note: quoted(request.decision_reason), buttons: choices(tools) },
  }),
);

/** Either the mentor did not answer, or the mentee did not get to the mentor's question. */
export const requestExpired = answer('expired', ({ request }, mentor_name, tools) => {
  const isAtMentee = request.question !== null && request.answered_at === null;
  return letterOf(isAtMentee ? requestUntoldTemplate : requestUnansweredTemplate, {
    words: { mentor_name },
    parts: { buttons: choices(tools) },
  });
});

/** "Tell me more": the mentor's question. */
export const requestMoreAsked = defineMail<RequestFacts>({
  async load(db, input) {
    const facts = await requestFacts(db, input, 'pending');
    if (facts instanceof Stale) return facts;
    const { question, answered_at } = facts.request;
    return question === null || answered_at !== null ? new Stale('the question was answered') : facts;
  },
  write({ reader, program, request }, tools) {
    const { answer_by: until } = request;
    const letter = letterOf(requestMoreAskedTemplate, {
      words: {
        mentor_name: isolateName(request.mentor_name),
        answer_by: until === null ? '' : formatInstant(until.getTime(), reader.timeZone),
      },
      parts: {
        question: [{ type: 'quote', text: request.question ?? '' }],
        buttons: button('Answer', tools.links.page('/requests')),
      },
    });
    return programLetter(reader, program, tools, letter);
  },
});
