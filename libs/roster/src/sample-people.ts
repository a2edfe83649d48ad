import { STANDARD_GOAL_AREAS } from './goal-areas.data.js';
import {
  SAMPLE_FAMILY_NAMES,
  SAMPLE_GIVEN_NAMES,
  SAMPLE_ORGANISATIONS,
  SAMPLE_PLACES,
  SAMPLE_STATEMENTS,
  SAMPLE_TAGS,
} from './sample-words.data.js';
import { seededRandom, type SeededRandom } from './seeded-random.js';
import { writeCsv } from './write-csv.js';

/** How many people to make up; the same three values give the same people. */
export interface SampleSize {
  readonly mentors: number;
  readonly mentees: number;
  readonly seed: string;
}

/** A made-up person: our column → text of the cell. */
export type SamplePerson = Readonly<Record<string, string>>;

/** Two lists of invented people, as records and as CSV files in our own columns. */
export interface SampleRoster {
  readonly mentors: readonly SamplePerson[];
  readonly mentees: readonly SamplePerson[];
  readonly mentorsCsv: string;
  readonly menteesCsv: string;
}

/**
 * Makes up people who look like a real program's: common and rare skills under several spellings, many zones, one or two
 * languages, a few free hours. Everybody is valid; addresses are under `example.org`, so no mail ever reaches anybody.
 */
export function generateSampleRoster(size: SampleSize): SampleRoster {
  const random = seededRandom(size.seed);
  const mentors = Array.from({ length: size.mentors }, (_, index) => mentor(random, index + 1));
  const mentees = Array.from({ length: size.mentees }, (_, index) => mentee(random, index + 1));
  return { mentors, mentees, mentorsCsv: toCsv(mentors, mentor), menteesCsv: toCsv(mentees, mentee) };
}

function mentor(random: SeededRandom, number: number): SamplePerson {
  return {
    ...person(random, 'M', number, random.whole(4, 30)),
    skills_offered: skills(random, random.whole(3, 7), 2, 5),
    goals_supported: goals(random, random.whole(2, 5)).join('; '),
    capacity: String(random.pick([1, 1, 2, 2, 2, 3, 4])),
    availability: availability(random),
  };
}

function mentee(random: SeededRandom, number: number): SamplePerson {
  const wanted = goals(random, random.whole(1, 3));
  return {
    ...person(random, 'E', number, random.whole(0, 9)),
    skills_wanted: skills(random, random.whole(2, 5), 1, 3),
    goals: wanted.join('; '),
    goal_statement: wanted.map((goal) => SAMPLE_STATEMENTS[goal] ?? '').join(' '),
    availability: availability(random),
  };
}

function person(random: SeededRandom, prefix: string, number: number, years: number): SamplePerson {
  const given = random.pick(SAMPLE_GIVEN_NAMES);
  const family = random.pick(SAMPLE_FAMILY_NAMES);
  const place = random.pickSome(SAMPLE_PLACES, 1)[0] ?? random.pick(SAMPLE_PLACES);
  const id = `${prefix}${String(number).padStart(4, '0')}`;
  const languages = random.next() < 0.04 ? [place.language] : ['en'];
  if (random.next() < 0.35) languages.push(place.language);
  return {
    id,
    name: `${given} ${family}`,
    email: `${plain(given)}.${plain(family)}.${id.toLowerCase()}@example.org`,
    country: place.country,
    time_zone: random.pick(place.zones),
    languages: [...new Set(languages)].join('; '),
    organisation: random.pick(SAMPLE_ORGANISATIONS),
    years_experience: String(years),
  };
}

function skills(random: SeededRandom, count: number, low: number, high: number): string {
  return random
    .pickSome(SAMPLE_TAGS, count)
    .map((tag) => `${tag}:${random.whole(low, high)}`)
    .join('; ');
}

function goals(random: SeededRandom, count: number): string[] {
  return random.pickSome(Object.keys(STANDARD_GOAL_AREAS), count);
}

function availability(random: SeededRandom): string {
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].filter(() => random.next() < 0.4);
  return (days.length === 0 ? ['WE'] : days)
    .map((day) => {
      const start = random.pick([7 * 60, 8 * 60, 12 * 60, 12 * 60 + 30, 18 * 60, 18 * 60 + 30, 20 * 60]);
      return `${day} ${clock(start)}-${clock(start + random.pick([60, 90, 120, 180]))}`;
    })
    .join('; ');
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '');
}

/** The header is that of the row maker, so that an empty list still has its columns. */
function toCsv(
  people: readonly SamplePerson[],
  make: (random: SeededRandom, number: number) => SamplePerson,
): string {
  const header = Object.keys(people[0] ?? make(seededRandom('header'), 1));
  return writeCsv(
    header,
    people.map((one) => header.map((key) => one[key] ?? '')),
  );
}
