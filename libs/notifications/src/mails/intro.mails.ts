import { addOpenDays, formatBothClocks, formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import { calendarOf } from '#programs';
import { programLetter } from './letter.js';
import { defineMail, idIn, type MailInput } from './mail.js';
import { type IntroFacts, introFacts } from './mentorship-facts.js';
import { firstWords } from './first-words.js';

/** The mentee is asked to pick a time within a week, closed ones aside, or sooner where the first meeting is to be so. */
const PICK_WITHIN_DAYS = 7;
const REASONS = 3;

const pickBy = ({ mentorship, program, reader }: IntroFacts): string => {
  const days = Math.min(PICK_WITHIN_DAYS, program.settings.firstMeetingWithinDays);
  return dateOf(addOpenDays(mentorship.started_at.getTime(), days, calendarOf(program)), reader.timeZone);
};

/** The date alone: `Fri 6 Mar`. */
function dateOf(instant: number, zone: string): string {
  return formatInstant(instant, zone).split(',')[0] ?? '';
}

const reasons = (items: readonly string[]): MailBlock[] =>
  items.length === 0 ? [] : [{ type: 'bullets', items: items.slice(0, REASONS).map(asSentence) }];

/** Reasons are told as the rest of a sentence about the partner; a bullet begins with a capital. */
const asSentence = (reason: string): string => reason.charAt(0).toUpperCase() + reason.slice(1);

const contactName = ({ program }: IntroFacts): string =>
  program.contact === null ? 'the program' : isolateName(program.contact.name);

/** The first step of a pair, told to the one who takes it. */
export const introMentee = defineMail<IntroFacts>({
  load: introFacts,
  write(facts, { links, ...tools }, input) {
    const { mentorship, program, reader, times } = facts;
    const mentor = isolateName(mentorship.mentor_name);
    const book = links.action(idIn(input, 'bookTokenId'));
    const about = firstWords(mentorship.mentor_about ?? '', 30);
    return programLetter(
      reader,
      program,
      { links, ...tools },
      {
        subject: `Meet ${mentor}, your mentor in ${program.name}`,
        preheader: `You start: pick a time by ${pickBy(facts)}.`,
        blocks: [
          { type: 'heading', text: `Meet ${mentor}` },
          ...line(mentorship.mentor_headline),
          ...(about === '' ? [] : [{ type: 'quote' as const, text: about }]),
          ...reasons(mentorship.rationale.forMentee),
          { type: 'paragraph', text: `You start: pick a time by ${pickBy(facts)}.` },
          ...(times.length === 0
            ? []
            : [
                {
                  type: 'times' as const,
                  items: times.map(({ start }) => ({
                    label: formatBothClocks(start, reader.timeZone, mentorship.mentor_time_zone),
                    url: `${book}?startsAt=${new Date(start).toISOString()}`,
                  })),
                },
              ]),
          {
            type: 'buttons',
            links: [
              { label: times.length === 0 ? 'Find a time' : 'None fits', url: book, quiet: times.length > 0 },
            ],
          },
          {
            type: 'paragraph',
            text: 'Bring two lines: what should change, and what you tried.',
          },
          {
            type: 'small',
            text: `${mentor} sees your profile, your goal and your email address. Not right? Tell ${contactName(facts)}, no reason needed; ${mentor} won’t be told you asked.`,
          },
        ],
      },
    );
  },
});

/** The same for the mentor, who has nothing to do yet. */
export const introMentor = defineMail<IntroFacts>({
  load: introFacts,
  write(facts, tools, input: MailInput) {
    const { mentorship, program, reader, times } = facts;
    const mentee = isolateName(mentorship.mentee_name);
    const goal = firstWords(mentorship.mentee_goal ?? '', 40);
    return programLetter(reader, program, tools, {
      subject: `Meet ${mentee}, your mentee in ${program.name}`,
      preheader: `Nothing to do until ${pickBy(facts)}.`,
      blocks: [
        { type: 'heading', text: `Meet ${mentee}` },
        ...line(mentorship.mentee_headline),
        ...(goal === '' ? [] : [{ type: 'quote' as const, text: goal }]),
        ...reasons(mentorship.rationale.forMentor),
        {
          type: 'paragraph',
          text: `Nothing to do until ${pickBy(facts)}: ${mentee} picks a time.${times.length === 0 ? '' : ' These would suit you both:'}`,
        },
        ...(times.length === 0
          ? []
          : [
              {
                type: 'times' as const,
                items: times.map(({ start }) => ({
                  label: formatBothClocks(start, reader.timeZone, mentorship.mentee_time_zone),
                })),
              },
            ]),
        {
          type: 'buttons',
          links: [
            {
              label: 'I can’t take this on now',
              url: tools.links.action(idIn(input, 'releaseTokenId')),
              quiet: true,
            },
          ],
        },
        {
          type: 'small',
          text: `If you press it, ${contactName(facts)} looks for somebody else first; ${mentee} hears of it three working days later. ${mentee} sees your profile and your email address.`,
        },
      ],
    });
  },
});

const line = (text: string | null): MailBlock[] =>
  text === null || text === '' ? [] : [{ type: 'paragraph', text: firstWords(text, 20) }];
