import type { Database } from '#database';
import { isolateName, type MailBlock } from '#mail';
import { type CohortFacts, cohortFacts } from './cohort-facts.js';
import { programLetter } from './letter.js';
import { defineMail, idIn, type MailInput, type MailTools, Stale } from './mail.js';

/** The reader may still answer. */
async function unanswered(db: Database, input: MailInput): Promise<CohortFacts | Stale> {
  const facts = await cohortFacts(db, input);
  if (facts instanceof Stale) return facts;
  if (facts.state !== 'open') return new Stale('enrolment is not open');
  return facts.isIn || facts.answer !== null ? new Stale('it was answered') : facts;
}

function until({ enrolsUntil }: CohortFacts): string {
  return enrolsUntil === null ? '' : ` until ${enrolsUntil}`;
}

function planned({ matchesOn }: CohortFacts): string {
  return matchesOn === null ? '' : ` Matching is planned for ${matchesOn}.`;
}

function answers({ links }: MailTools, input: MailInput): MailBlock {
  return {
    type: 'buttons',
    links: [
      { label: 'I am in', url: links.action(idIn(input, 'enrolTokenId')) },
      { label: 'Not this time', url: links.action(idIn(input, 'declineTokenId')), quiet: true },
    ],
  };
}

/** To whoever may enrol, once it is open. */
export const enrolmentOpened = defineMail<CohortFacts>({
  load: unanswered,
  write(facts, tools, input) {
    const { reader, program, role } = facts;
    const name = isolateName(facts.name);
    return programLetter(reader, program, tools, {
      subject: `${name}: you can enrol now`,
      preheader: `As a ${role}${until(facts)}. One button says yes, another no.`,
      blocks: [
        { type: 'heading', text: `Take part in ${name}?` },
        {
          type: 'paragraph',
          text: `${program.name} is getting its next round together. You can enrol as a ${role}${until(facts)}.${planned(facts)}`,
        },
        answers(tools, input),
        { type: 'small', text: 'A no is fine, needs no reason, and spares you the reminders.' },
      ],
    });
  },
});

/** To whoever has not answered, some days before the end. */
export const enrolmentReminder = defineMail<CohortFacts>({
  load: unanswered,
  write(facts, tools, input) {
    const { reader, program, role } = facts;
    const name = isolateName(facts.name);
    return programLetter(reader, program, tools, {
      subject: `${name}: enrolment is open${until(facts)}`,
      preheader: `Are you in as a ${role}? One button says yes, another no.`,
      blocks: [
        { type: 'heading', text: `Enrolment in ${name} is open${until(facts)}` },
        {
          type: 'paragraph',
          text: `You have not said yet whether you take part as a ${role}. Whoever has not enrolled by then is not matched in this round.${planned(facts)}`,
        },
        answers(tools, input),
        { type: 'small', text: 'Either answer ends the reminders.' },
      ],
    });
  },
});
