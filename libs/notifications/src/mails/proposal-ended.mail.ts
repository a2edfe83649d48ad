import type { Database } from '#database';
import { isolateName, type MailBlock } from '#mail';
import { programLetter } from './letter.js';
import { defineMail, idIn, type MailInput, Stale } from './mail.js';
import { type ProposalFacts, proposalFacts } from './proposal-facts.js';

interface EndedFacts extends ProposalFacts {
  readonly reason: string | null;
}

/** To those whose pair came to nothing, unless a mentee who never heard of it has another by now. */
export const proposalEnded = defineMail<EndedFacts>({
  async load(db, input) {
    const facts = await proposalFacts(db, input, 'ended');
    if (facts instanceof Stale) return facts;
    if (!facts.own.asked && (await hasMentor(db, facts.mentorship.mentee_id)))
      return new Stale('the mentee has a mentor again');
    return { ...facts, reason: await reasonOf(db, input) };
  },
  write(facts, tools) {
    const { reader, program } = facts;
    const { title, text } = wordsOf(facts);
    const next: MailBlock[] =
      facts.own.side === 'mentor'
        ? [{ type: 'paragraph', text: 'There is nothing to do for you: the place is yours to give again.' }]
        : [
            {
              type: 'paragraph',
              text: `${program.name} looks for somebody else for you. You can also ask a mentor yourself.`,
            },
            { type: 'buttons', links: [{ label: 'See mentors', url: tools.links.page('/mentors') }] },
          ];
    return programLetter(reader, program, tools, {
      subject: title,
      preheader: 'It is no judgement on you.',
      blocks: [{ type: 'heading', text: title }, { type: 'paragraph', text }, ...next],
    });
  },
});

function wordsOf({ own, other, otherName, reason }: EndedFacts): { title: string; text: string } {
  const name = isolateName(otherName);
  // Who was never asked has not heard the other's name, and need not read it with a no.
  if (!own.asked)
    return {
      title: 'A match for you did not come about',
      text: 'The mentor whom we had in mind for you can’t take anybody on at present. That is about their time, not about you.',
    };
  const title = `Your match with ${name} did not come about`;
  if (reason === 'unanswered' && own.answer === null)
    return {
      title,
      text: `The time to answer went by without a word from you, so the place was freed. That is all right. If you would have liked it, reply to this mail.`,
    };
  if (reason === 'unanswered')
    return {
      title,
      text: `${name} did not answer in time. We don’t know why; it is no judgement on you. Thank you for your yes.`,
    };
  if (other.answer === 'declined')
    return {
      title,
      text:
        own.side === 'mentor'
          ? `${name} decided for something else. People do so for many reasons, and give none here; it is no judgement on you.`
          : `${name} can’t take you on at present. That is about their time, not about you.`,
    };
  return { title, text: `It was called off before it began. That is no judgement on you or on ${name}.` };
}

async function hasMentor(db: Database, menteeId: string): Promise<boolean> {
  const found = await db.query(
    `SELECT 1 FROM mentorship WHERE mentee_id = $1 AND state IN ('proposed', 'active', 'paused') LIMIT 1`,
    [menteeId],
  );
  return found.length > 0;
}

async function reasonOf(db: Database, input: MailInput): Promise<string | null> {
  const [row] = await db.query<{ end_reason: string | null }>(
    `SELECT end_reason FROM mentorship WHERE id = $1`,
    [idIn(input, 'mentorshipId')],
  );
  return row?.end_reason ?? null;
}
