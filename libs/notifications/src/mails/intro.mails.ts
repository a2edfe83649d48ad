import { addOpenDays, formatBothClocks, formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
import { calendarOf } from '#programs';
import { introMenteeTemplate, introMentorTemplate } from '../templates/mentorship.templates.js';
import { button, quoted } from './blocks.js';
import { contactName, letterOf, programLetter } from './letter.js';
import { defineMail, idIn } from './mail.js';
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

/** One line about the partner. */
const line = (text: string | null): string => firstWords(text ?? '', 20);

/** The first step of a pair, told to the one who takes it. */
export const introMentee = defineMail<IntroFacts>({
  load: introFacts,
  write(facts, tools, input) {
    const { mentorship, program, reader, times } = facts;
    const book = tools.links.action(idIn(input, 'bookTokenId'));
    const items = times.map(({ start }) => ({
      label: formatBothClocks(start, reader.timeZone, mentorship.mentor_time_zone),
      url: `${book}?startsAt=${new Date(start).toISOString()}`,
    }));
    const letter = letterOf(introMenteeTemplate, {
      words: {
        mentor_name: isolateName(mentorship.mentor_name),
        pick_by: pickBy(facts),
        mentor_headline: line(mentorship.mentor_headline),
        intro_contact: contactName(program),
      },
      parts: {
        about_mentor: quoted(firstWords(mentorship.mentor_about ?? '', 30)),
        reasons: reasons(mentorship.rationale.forMentee),
        times: items.length === 0 ? [] : [{ type: 'times', items }],
        buttons: button(items.length === 0 ? 'Find a time' : 'None fits', book, items.length > 0),
      },
    });
    return programLetter(reader, program, tools, letter);
  },
});

/** The same for the mentor, who has nothing to do yet. */
export const introMentor = defineMail<IntroFacts>({
  load: introFacts,
  write(facts, tools, input) {
    const { mentorship, program, reader, times } = facts;
    const items = times.map(({ start }) => ({
      label: formatBothClocks(start, reader.timeZone, mentorship.mentee_time_zone),
    }));
    const letter = letterOf(introMentorTemplate, {
      words: {
        mentee_name: isolateName(mentorship.mentee_name),
        pick_by: pickBy(facts),
        mentee_headline: line(mentorship.mentee_headline),
        intro_contact: contactName(program),
      },
      parts: {
        goal: quoted(firstWords(mentorship.mentee_goal ?? '', 40)),
        reasons: reasons(mentorship.rationale.forMentor),
        times:
          items.length === 0
            ? []
            : [
                { type: 'paragraph', text: 'These would suit you both:' },
                { type: 'times', items },
              ],
        buttons: button('I can’t take this on now', tools.links.action(idIn(input, 'releaseTokenId')), true),
      },
    });
    return programLetter(reader, program, tools, letter);
  },
});
