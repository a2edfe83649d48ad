import { formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import { firstWords } from './first-words.js';
import { type Letter, programLetter } from './letter.js';
import { defineMail, idIn, type Mail, type MailInput, type MailTools, Stale } from './mail.js';
import { type ProposalFacts, proposalFacts } from './proposal-facts.js';

const REASONS = 3;

/** A mail that one of the two answers by a button, while the answer is awaited. */
const toAnswer = (write: (facts: ProposalFacts, blocks: readonly MailBlock[]) => Letter): Mail =>
  defineMail<ProposalFacts>({
    async load(db, input) {
      const facts = await proposalFacts(db, input, 'proposed');
      if (facts instanceof Stale) return facts;
      return facts.own.answer === null ? facts : new Stale('it was answered');
    },
    write: (facts, tools, input) =>
      programLetter(facts.reader, facts.program, tools, write(facts, answers(facts, tools, input))),
  });

const dateIn = ({ answerBy, reader }: ProposalFacts): string =>
  formatInstant(answerBy.getTime(), reader.timeZone);

function answers(facts: ProposalFacts, { links }: MailTools, input: MailInput): MailBlock[] {
  const other = isolateName(facts.otherName);
  const waits = facts.other.asked ? `${other} is asked the same.` : `${other} hears of it once you say yes.`;
  return [
    {
      type: 'buttons',
      links: [
        { label: 'Yes, confirm', url: links.action(idIn(input, 'confirmTokenId')) },
        { label: 'No, not this time', url: links.action(idIn(input, 'declineTokenId')), quiet: true },
      ],
    },
    {
      type: 'small',
      text: `Please answer by ${dateIn(facts)}. ${waits} A no needs no reason. No sign-in needed; each button opens a page that asks once more.`,
    },
  ];
}

function whoItIs({ mentorship, own }: ProposalFacts): MailBlock[] {
  const mentor = own.side === 'mentor';
  const headline = (mentor ? mentorship.mentee_headline : mentorship.mentor_headline) ?? '';
  const words = firstWords((mentor ? mentorship.mentee_goal : mentorship.mentor_about) ?? '', 30);
  const reasons = (mentor ? mentorship.rationale.forMentor : mentorship.rationale.forMentee).slice(
    0,
    REASONS,
  );
  return [
    ...(headline === '' ? [] : [{ type: 'paragraph' as const, text: firstWords(headline, 20) }]),
    ...(words === '' ? [] : [{ type: 'quote' as const, text: words }]),
    ...(reasons.length === 0
      ? []
      : [
          {
            type: 'bullets' as const,
            items: reasons.map((reason) => reason.charAt(0).toUpperCase() + reason.slice(1)),
          },
        ]),
  ];
}

/** To whoever is asked whether a pair should be made. */
export const proposal = toAnswer((facts, buttons) => {
  const other = isolateName(facts.otherName);
  const title =
    facts.own.side === 'mentor'
      ? `Would you be ${other}’s mentor?`
      : `Would you like ${other} as your mentor?`;
  return {
    subject: title,
    preheader: `Say yes or no by ${dateIn(facts)}.`,
    blocks: [
      { type: 'heading', text: title },
      ...whoItIs(facts),
      {
        type: 'paragraph',
        text: `${facts.program.name} would like to match you two. Nothing starts without your yes.`,
      },
      ...buttons,
    ],
  };
});

/** Once more, before the time is over. */
export const proposalReminder = toAnswer((facts, buttons) => {
  const other = isolateName(facts.otherName);
  return {
    subject: `Your match with ${other} waits for your answer`,
    preheader: 'A no is fine too: it frees the place for somebody else.',
    blocks: [
      { type: 'heading', text: `Your match with ${other} waits for your answer` },
      ...whoItIs(facts),
      { type: 'paragraph', text: 'A no is fine too: it frees the place for somebody else.' },
      ...buttons,
    ],
  };
});
