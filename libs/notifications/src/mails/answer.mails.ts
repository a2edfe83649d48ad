import { isolateName, type MailBlock } from '#mail';
import type { AnswerHelp } from '#matching';
import { type AnswerMailFacts, answerMailFacts } from './answer-facts.js';
import { programLetter } from './letter.js';
import { defineMail } from './mail.js';

const paragraph = (text: string): MailBlock[] => (text === '' ? [] : [{ type: 'paragraph', text }]);

/** To a mentee without a mentor: why, that they go first, what would open more, and what there is meanwhile. */
export const noMentorYet = defineMail<AnswerMailFacts>({
  load: answerMailFacts,
  write(facts, tools) {
    const { reader, program, openMentors, answer } = facts;
    return programLetter(reader, program, tools, {
      subject: `No mentor for you yet in ${program.name}`,
      preheader: 'What happened, and what comes next.',
      blocks: [
        { type: 'heading', text: 'No mentor for you yet' },
        ...paragraph(whyForMentee(facts)),
        ...(answer.why === 'not-ready' || answer.why === 'joined-late'
          ? []
          : paragraph(`You go first when a place frees${untilOf(facts)}, and in the next round.`)),
        ...paragraph(helpOf(answer.help, 'mentor')),
        ...meanwhileOf(facts),
        ...(!openMentors
          ? []
          : [
              ...paragraph('You can also ask a mentor yourself: some have a place at present.'),
              {
                type: 'buttons' as const,
                links: [{ label: 'See mentors', url: tools.links.page('/mentors') }],
              },
            ]),
      ],
    });
  },
});

/** To a mentor without a (new) mentee. */
export const noMenteeYet = defineMail<AnswerMailFacts>({
  load: answerMailFacts,
  write(facts, tools) {
    const { reader, program, answer } = facts;
    const noneYet = answer.hasPartners ? 'No new mentee for you this time' : 'No mentee for you this time';
    const open = ['not-ready', 'no-place', 'joined-late'].includes(answer.why)
      ? ''
      : `Your place stays open: we come to you first when somebody needs what you offer${untilOf(facts)}.`;
    return programLetter(reader, program, tools, {
      subject: `${noneYet} in ${program.name}`,
      preheader: 'Thank you for being there. What happened, and what comes next.',
      blocks: [
        { type: 'heading', text: noneYet },
        ...paragraph(`Thank you for being there. ${whyForMentor(facts)}`),
        ...paragraph(open),
        ...paragraph(helpOf(answer.help, 'mentee')),
        ...meanwhileOf(facts),
      ],
    });
  },
});

function whyForMentee({ answer, program }: AnswerMailFacts): string {
  const { suitable } = answer;
  switch (answer.why) {
    case 'places-taken':
      return suitable === 1
        ? 'One mentor covers what you asked for, and every place there went.'
        : `${suitable ?? 0} mentors cover what you asked for, and all their places went.`;
    case 'nobody-suits':
      return 'This time no mentor of the round covers what you asked for.';
    case 'nobody-there':
      return 'This time there was no mentor to choose from.';
    case 'match-open':
      return 'A match for you is being considered and is not settled yet. You hear from us as soon as it is.';
    case 'match-fell-through':
      return 'A match that we had in mind for you does not come about. It is no judgement on you.';
    case 'joined-late':
      return 'You joined after the round had been computed. The next one counts you in.';
    default:
      return `The round of ${program.name} is settled, and we could not match you this time.`;
  }
}

function whyForMentor({ answer, program }: AnswerMailFacts): string {
  const { suitable } = answer;
  switch (answer.why) {
    case 'partners-placed':
      return suitable === 1
        ? 'One mentee would suit you, and has found a place already.'
        : `${suitable ?? 0} mentees would suit you, and all of them have found a place already.`;
    case 'nobody-suits':
      return 'This time nobody asked for what you offer.';
    case 'nobody-there':
      return 'This time every mentee had found a place before.';
    case 'match-open':
      return 'A match for you is being considered and is not settled yet. You hear from us as soon as it is.';
    case 'match-fell-through':
      return 'A match that we had in mind for you does not come about. It is no judgement on you.';
    case 'no-place':
      return 'You offer no place at present, so nobody was looked for.';
    case 'joined-late':
      return 'You joined after the round had been computed. The next one counts you in.';
    default:
      return `The round of ${program.name} is settled, and we could not match you this time.`;
  }
}

const HELP: Readonly<Record<AnswerHelp, string>> = {
  'skills-or-goals': 'one more skill or goal in your profile',
  times: 'more times that suit you',
  languages: 'one more language in your profile',
  places: 'a place that you offer',
  profile: 'a profile with your skills and goals',
  'privacy-notice': 'your yes to the privacy notice, which is in an earlier mail',
  resume: 'ending your pause',
  'come-back': 'the day when you are back',
  'await-approval': 'the answer to your application, which is still to come',
};

function helpOf(help: readonly AnswerHelp[], other: 'mentor' | 'mentee'): string {
  if (help.length === 0) return '';
  const words = help.map((one) => HELP[one]);
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return `What would open more ${other}s to you: ${list}.`;
}

const untilOf = ({ until }: AnswerMailFacts): string => (until === null ? '' : `, until ${until}`);

function meanwhileOf({ meanwhile, next }: AnswerMailFacts): MailBlock[] {
  return [
    ...(meanwhile === null
      ? []
      : [...paragraph('Meanwhile there is this:'), { type: 'quote' as const, text: meanwhile }]),
    ...paragraph(next === null ? '' : `The next round, ${isolateName(next.name)}, begins on ${next.from}.`),
  ];
}
