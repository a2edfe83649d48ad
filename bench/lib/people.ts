import type { WeeklyWindow } from '#availability';
import type { SeededRandom } from '#roster';
import { seededRandom, STANDARD_GOAL_AREAS } from '#roster';
import type { MenteeProfile, MentorProfile, PersonProfile, PlainContext, WorkingStyle } from '#scoring';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '#scoring';
import { commonSkills, drawSkills } from './common-skills.js';

/** How many people to make up. The same values give the same people. */
export interface PeopleSize {
  readonly mentees: number;
  readonly mentors: number;
  /** Places of all mentors together, from one to four for each of them; what their draws come to when absent. */
  readonly places?: number;
  readonly seed: string;
}

/** A made-up cohort, as scoring reads it. */
export interface People {
  readonly mentees: readonly MenteeProfile[];
  readonly mentors: readonly MentorProfile[];
  readonly context: PlainContext;
}

const PLACES: readonly { readonly zone: string; readonly city: string; readonly language: string }[] = [
  { zone: 'Europe/Berlin', city: 'Berlin', language: 'de' },
  { zone: 'Europe/Berlin', city: 'Hamburg', language: 'de' },
  { zone: 'Europe/London', city: 'London', language: 'en' },
  { zone: 'Europe/London', city: 'Leeds', language: 'en' },
  { zone: 'Europe/Paris', city: 'Lyon', language: 'fr' },
  { zone: 'Europe/Madrid', city: 'Madrid', language: 'es' },
  { zone: 'Europe/Rome', city: 'Turin', language: 'it' },
  { zone: 'Europe/Warsaw', city: 'Warsaw', language: 'pl' },
  { zone: 'Africa/Lagos', city: 'Lagos', language: 'en' },
  { zone: 'Africa/Nairobi', city: 'Nairobi', language: 'sw' },
  { zone: 'America/New_York', city: 'Boston', language: 'es' },
  { zone: 'America/Chicago', city: 'Chicago', language: 'es' },
  { zone: 'America/Sao_Paulo', city: 'Recife', language: 'pt' },
  { zone: 'Asia/Kolkata', city: 'Pune', language: 'hi' },
  { zone: 'Asia/Kathmandu', city: 'Pokhara', language: 'ne' },
  { zone: 'Australia/Adelaide', city: 'Adelaide', language: 'en' },
];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const STARTS = [450, 480, 720, 750, 1080, 1110, 1200];
const LENGTHS = [60, 90, 120, 180];
const QUESTIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const VALUES = ['mastery', 'helping', 'independence', 'security', 'results', 'fairness'];
const FORMATS = ['in_person', 'online', 'online', 'either'] as const;
const GOALS = Object.keys(STANDARD_GOAL_AREAS);

/**
 * Makes up a cohort with everything that a score can read: skills of the taxonomy with Zipf's frequencies (5 to 12
 * offered, 3 to 6 wanted), zones on five continents, two languages, windows, goals, wishes, questionnaires,
 * organisations, managers, vetoes and earlier partners. The default rules leave about 58 % of the pairs.
 */
export function makePeople(size: PeopleSize): People {
  const random = seededRandom(size.seed);
  const skills = commonSkills(300);
  const mentors = Array.from({ length: size.mentors }, (_, index) => mentor(random, index, skills));
  const ids = mentors.map(({ id }) => id);
  const mentees = Array.from({ length: size.mentees }, (_, index) => mentee(random, index, skills, ids));
  return {
    mentees,
    mentors: size.places === undefined ? mentors : withPlaces(random, mentors, size.places),
    context: {
      customSkills: [],
      goalNames: STANDARD_GOAL_AREAS,
      acquaintances: mentees
        .filter(() => random.next() < 0.05)
        .map(({ id }) => ({ menteeId: id, mentorId: random.pick(ids), live: false })),
      term: { from: '2027-01-04', weeks: 26 },
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
    },
  };
}

function mentor(random: SeededRandom, index: number, skills: readonly string[]): MentorProfile {
  return {
    ...person(random, 'm', index, random.whole(4, 30)),
    skills: drawSkills(random, skills, random.whole(5, 12)).map((skillId) => ({
      skillId,
      level: random.whole(1, 5),
    })),
    goals: random.pickSome(GOALS, random.whole(2, 4)),
    capacity: random.whole(1, 4),
    vetoes: random.next() < 0.02 ? [idOf('e', random.whole(0, 999))] : [],
  };
}

function mentee(
  random: SeededRandom,
  index: number,
  skills: readonly string[],
  mentors: readonly string[],
): MenteeProfile {
  const wishes = random.next() < 0.4 && mentors.length > 0 ? random.whole(1, 5) : 0;
  return {
    ...person(random, 'e', index, random.whole(0, 9)),
    wants: drawSkills(random, skills, random.whole(3, 6)).map((skillId, rank) => ({
      skillId,
      priority: Math.max(1, 3 - rank),
      ...(random.next() < 0.7 ? { currentLevel: random.whole(0, 3) } : {}),
    })),
    goals: random.pickSome(GOALS, random.whole(1, 3)),
    wishes: [...new Set(Array.from({ length: wishes }, () => random.pick(mentors)))],
    ...(random.next() < 0.2 ? { wantedExperienceGap: random.whole(1, 10) } : {}),
    roundsWaited: random.next() < 0.15 ? random.whole(1, 2) : 0,
    priority: random.next() < 0.1 ? 1 : 0,
  };
}

function person(random: SeededRandom, prefix: string, index: number, years: number): PersonProfile {
  const { zone, city, language } = random.pick(PLACES);
  const id = idOf(prefix, index);
  const codes = random.next() < 0.9 ? ['en'] : [language];
  if (random.next() < 0.4 && !codes.includes(language)) codes.push(language);
  return {
    id,
    personKey: `${id}@example.org`,
    managerKey: random.next() < 0.3 ? `${prefix}-manager-${random.whole(0, 499)}@example.org` : null,
    name: `Person ${id}`,
    languages: codes.map((code) => ({ code, level: random.pick([2, 3, 3, 4, 4] as const) })),
    timeZone: zone,
    windows: windows(random),
    yearsExperience: random.next() < 0.95 ? years : null,
    organisation: `Organisation ${random.whole(1, 40)}`,
    department: random.next() < 0.8 ? `Department ${random.whole(1, 12)}` : null,
    city,
    format: random.pick(FORMATS),
    workingStyle: random.next() < 0.6 ? style(random) : null,
    attributes: {},
  };
}

function windows(random: SeededRandom): WeeklyWindow[] {
  const days = WEEKDAYS.filter(() => random.next() < 0.4);
  return (days.length === 0 ? (['WE'] as const) : days).map((weekday) => {
    const startMinute = random.pick(STARTS);
    return { weekday, startMinute, endMinute: startMinute + random.pick(LENGTHS) };
  });
}

function style(random: SeededRandom): WorkingStyle {
  const answered = QUESTIONS.filter(() => random.next() < 0.95);
  return {
    items: Object.fromEntries(answered.map((question) => [question, random.whole(1, 5)])),
    values: random.pickSome(VALUES, 2),
  };
}

/** The same mentors with so many places in all. */
function withPlaces(
  random: SeededRandom,
  mentors: readonly MentorProfile[],
  places: number,
): MentorProfile[] {
  if (places < mentors.length || places > 4 * mentors.length)
    throw new RangeError('Every mentor has one place to four.');
  const capacity = mentors.map((one) => one.capacity);
  let sum = capacity.reduce((total, one) => total + one, 0);
  while (sum !== places) {
    const at = random.whole(0, mentors.length - 1);
    const step = Math.sign(places - sum);
    const next = (capacity[at] ?? 0) + step;
    if (next < 1 || next > 4) continue;
    capacity[at] = next;
    sum += step;
  }
  return mentors.map((one, index) => ({ ...one, capacity: capacity[index] ?? 1 }));
}

function idOf(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(6, '0')}`;
}
