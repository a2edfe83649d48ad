import { isolateName, type MailBlock } from '#mail';
import { readinessOf, type ReadinessProblem } from '#matching';
import { type CohortFacts, cohortFacts } from './cohort-facts.js';
import { programLetter } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { missingInWords } from './readiness-words.js';

interface UnreadyFacts extends CohortFacts {
  readonly reasons: readonly ReadinessProblem[];
}

/** States of a round whose people are matched soon. */
const AHEAD = ['draft', 'open', 'closed', 'matching'];

/** To somebody enrolled who is not ready to be matched. */
export const readinessReminder = defineMail<UnreadyFacts>({
  async load(db, input) {
    const facts = await cohortFacts(db, input);
    if (facts instanceof Stale) return facts;
    if (!facts.isIn) return new Stale('they are not enrolled any more');
    if (!AHEAD.includes(facts.state)) return new Stale(`the cohort is ${facts.state} now`);
    const reasons = await readinessOf(db, idIn(input, 'participationId'), {
      cohortId: idIn(input, 'cohortId'),
      settings: facts.program.settings,
      now: input.now,
    });
    return missingInWords(reasons).length === 0
      ? new Stale('nothing is missing any more')
      : { ...facts, reasons };
  },
  write(facts, tools, input) {
    const { reader, program, role, matchesOn, reasons } = facts;
    const name = isolateName(facts.name);
    const when = matchesOn === null ? 'soon' : `on ${matchesOn}`;
    const { confirmTokenId } = input.subject;
    const confirm =
      typeof confirmTokenId === 'string' && reasons.includes('not-confirmed')
        ? [{ label: 'Agree and take part', url: tools.links.action(confirmTokenId) }]
        : [];
    return programLetter(reader, program, tools, {
      subject: `${name}: something is missing before you can be matched`,
      preheader: `People are matched ${when}.`,
      blocks: [
        { type: 'heading', text: 'Something is missing before you can be matched' },
        {
          type: 'paragraph',
          text: `You are enrolled in ${name} as a ${role}, and people are matched ${when}. What is missing:`,
        },
        { type: 'bullets', items: missingInWords(reasons) },
        {
          type: 'buttons',
          links: [...confirm, { label: 'Complete my profile', url: tools.links.page('/welcome') }],
        },
        {
          type: 'small',
          text: 'If this round does not suit you, skip it with one button; no reason needed.',
        },
        {
          type: 'buttons',
          links: [
            { label: 'Skip this round', url: tools.links.action(idIn(input, 'skipTokenId')), quiet: true },
          ],
        },
      ],
    });
  },
});

/** To everybody enrolled, some days before people are matched. */
export const skipNotice = defineMail<CohortFacts>({
  async load(db, input) {
    const facts = await cohortFacts(db, input);
    if (facts instanceof Stale) return facts;
    if (!facts.isIn) return new Stale('they are not enrolled any more');
    if (!AHEAD.includes(facts.state)) return new Stale(`the cohort is ${facts.state} now`);
    return facts.matchesOn === null ? new Stale('no day of matching is planned') : facts;
  },
  write(facts, tools, input) {
    const { reader, program, role } = facts;
    const name = isolateName(facts.name);
    const mentee: MailBlock[] =
      role === 'mentee'
        ? [
            {
              type: 'paragraph',
              text: 'Skipping costs you nothing: you keep your place in line for the next round.',
            },
          ]
        : [];
    return programLetter(reader, program, tools, {
      subject: `${name}: you are in, and people are matched on ${facts.matchesOn ?? ''}`,
      preheader: 'Nothing to do, unless this round does not suit you.',
      blocks: [
        { type: 'heading', text: `You are in: people are matched on ${facts.matchesOn ?? ''}` },
        {
          type: 'paragraph',
          text: `You take part in ${name} as a ${role}. If that still suits you, there is nothing to do. If it does not, skip this round with one button; no reason needed.`,
        },
        ...mentee,
        {
          type: 'buttons',
          links: [
            { label: 'Skip this round', url: tools.links.action(idIn(input, 'skipTokenId')), quiet: true },
          ],
        },
      ],
    });
  },
});

/** To whoever waited for a place and has one now. */
export const movedUp = defineMail<CohortFacts>({
  async load(db, input) {
    const facts = await cohortFacts(db, input);
    if (facts instanceof Stale) return facts;
    if (!facts.isIn) return new Stale('they are not enrolled any more');
    return AHEAD.includes(facts.state) ? facts : new Stale(`the cohort is ${facts.state} now`);
  },
  write(facts, tools, input) {
    const { reader, program, role, matchesOn } = facts;
    const name = isolateName(facts.name);
    const when = matchesOn === null ? '' : ` People are matched on ${matchesOn}.`;
    return programLetter(reader, program, tools, {
      subject: `${name}: a place is free, and it is yours`,
      preheader: 'You waited for it, and you are in now.',
      blocks: [
        { type: 'heading', text: 'A place is free, and it is yours' },
        {
          type: 'paragraph',
          text: `You are in: you take part in ${name} as a ${role}.${when} There is nothing to do.`,
        },
        {
          type: 'paragraph',
          text: 'If it does not suit you any more, skip this round; the next in line gets the place.',
        },
        {
          type: 'buttons',
          links: [
            { label: 'Skip this round', url: tools.links.action(idIn(input, 'skipTokenId')), quiet: true },
          ],
        },
      ],
    });
  },
});
