import type { Database } from '#database';
import { isolateName, type MailBlock } from '#mail';
import { programLetter } from './letter.js';
import { defineMail, idIn, type MailInput, Stale } from './mail.js';
import { type MentorshipFacts, mentorshipFacts } from './mentorship-facts.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface RematchRow {
  state: string;
  answer: string | null;
  program_id: string;
  asker_name: string;
  asker_email: string;
  partner_name: string;
}

interface RematchFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly request: RematchRow;
}

async function rematchFacts(
  db: Database,
  input: MailInput,
  states: readonly string[],
): Promise<RematchFacts | Stale> {
  const [request] = await db.query<RematchRow>(
    `SELECT q.state, q.answer, q.program_id, a.name AS asker_name, a.email AS asker_email, b.name AS partner_name
     FROM rematch_request q JOIN mentorship m ON m.id = q.mentorship_id
     JOIN participation p ON p.id = q.asked_by JOIN account a ON a.id = p.account_id
     JOIN participation o ON o.id IN (m.mentor_id, m.mentee_id) AND o.id <> p.id JOIN account b ON b.id = o.account_id
     WHERE q.id = $1`,
    [idIn(input, 'rematchRequestId')],
  );
  const reader = await readerOf(db, input.accountId);
  const program = await programOf(db, request?.program_id ?? null);
  if (request === undefined || reader === null || program === null) return new Stale('it was deleted');
  if (!states.includes(request.state)) return new Stale(`the request is ${request.state} now`);
  return { reader, program, request };
}

/** To the people who run the program: that somebody asks, not what they wrote. */
export const rematchAsked = defineMail<RematchFacts>({
  load: (db, input) => rematchFacts(db, input, ['open']),
  write({ reader, program, request }, tools) {
    const asker = isolateName(request.asker_name);
    const partner = isolateName(request.partner_name);
    return programLetter(reader, program, tools, {
      subject: `${asker} asks for another partner`,
      because: `you run ${program.name}`,
      replyTo: { name: request.asker_name, address: request.asker_email },
      preheader: `${partner} doesn’t know that they asked.`,
      blocks: [
        { type: 'heading', text: `${asker} asks for another partner` },
        {
          type: 'paragraph',
          text: `They are with ${partner} now, who doesn’t know that they asked. If they left you a note, it is with the request.`,
        },
        {
          type: 'paragraph',
          text: 'Decline kindly, or start a re-match of the round: their mentorship ends only when somebody else is found.',
        },
        { type: 'buttons', links: [{ label: 'See people', url: tools.links.page('/admin/people') }] },
      ],
    });
  },
});

/** To whoever asked, when nothing changes. */
export const rematchAnswered = defineMail<RematchFacts>({
  load: (db, input) => rematchFacts(db, input, ['declined', 'not-found']),
  write({ reader, program, request }, tools) {
    const partner = isolateName(request.partner_name);
    const words: MailBlock[] =
      request.answer === null || request.answer === '' ? [] : [{ type: 'quote', text: request.answer }];
    const why =
      request.state === 'not-found'
        ? `We looked for another partner for you in ${program.name}, and found nobody who suits and is free just now.`
        : `We read your wish for another partner in ${program.name}, and think that it is better not to change now.`;
    return programLetter(reader, program, tools, {
      subject: `Your wish for another partner in ${program.name}`,
      preheader: `Your mentorship goes on; ${partner} hasn’t heard that you asked.`,
      blocks: [
        { type: 'heading', text: 'Your wish for another partner' },
        { type: 'paragraph', text: why },
        ...words,
        {
          type: 'paragraph',
          text: `Your mentorship with ${partner} goes on as it was, and ${partner} hasn’t heard that you asked. Reply to this mail if you want to talk about it; you can also end the mentorship at any time, without a reason.`,
        },
      ],
    });
  },
});

interface RematchedFacts extends MentorshipFacts {
  readonly isMentor: boolean;
  /** Whether somebody new was found for the reader, too. */
  readonly hasNew: boolean;
}

/** To both of a pair for which the program has found others: the same words, whoever asked. */
export const rematched = defineMail<RematchedFacts>({
  async load(db, input) {
    const facts = await mentorshipFacts(db, input, ['ended']);
    if (facts instanceof Stale) return facts;
    const { mentor_id, mentee_id } = facts.mentorship;
    const [side] = await db.query<{ is_mentor: boolean; has_new: boolean }>(
      `SELECT p.id = $2 AS is_mentor, EXISTS (SELECT 1 FROM mentorship n JOIN mentorship o ON o.id = $4
           WHERE (n.mentor_id = p.id OR n.mentee_id = p.id) AND n.state IN ('proposed', 'active')
             AND n.started_at >= o.ended_at) AS has_new
       FROM participation p WHERE p.id IN ($2, $3) AND p.account_id = $1`,
      [input.accountId, mentor_id, mentee_id, idIn(input, 'mentorshipId')],
    );
    return { ...facts, isMentor: side?.is_mentor ?? false, hasNew: side?.has_new ?? false };
  },
  write({ reader, program, mentorship, isMentor, hasNew }, tools) {
    const other = isolateName(isMentor ? mentorship.mentee_name : mentorship.mentor_name);
    const found = isMentor
      ? `The program has found another mentor for ${other}, so your mentorship with ${other} ends here.`
      : `The program has found another mentor for you, so your mentorship with ${other} ends here.`;
    const fresh = isMentor
      ? 'Another mail introduces your new mentee.'
      : 'Another mail introduces your new mentor.';
    const next = hasNew
      ? fresh
      : 'Your place is free again, and we come to you first when somebody needs what you offer.';
    return programLetter(reader, program, tools, {
      subject: `A change in ${program.name}: your mentorship with ${other}`,
      preheader: 'Partners change in the middle of a round. It is no judgement on either of you.',
      blocks: [
        { type: 'heading', text: `Your mentorship with ${other} ends here` },
        { type: 'paragraph', text: `${found} ${next}` },
        {
          type: 'paragraph',
          text: `Partners change in the middle of a round so that everybody goes on well. It is no judgement on you or on ${other}, who gets a mail like this one. Sessions that you planned together are cancelled.`,
        },
        { type: 'paragraph', text: 'Thank you for the time that you gave each other.' },
      ],
    });
  },
});
