import type {
  FieldSpec,
  FieldValue,
  MenteeProfile,
  MentorProfile,
  PairIds,
  PersonProfile,
  WorkingStyle,
} from '#scoring';
import { createTaxonomy } from '#skills';

/** Draws the same numbers from the same seed on every machine. */
export class Draw {
  constructor(private state: number) {}

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return Math.floor(((this.state >>> 0) / 2 ** 32) * count);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** Up to so many values, possibly twice the same. */
  some<T>(values: readonly T[], most: number): T[] {
    return Array.from({ length: this.below(most + 1) }, () => this.one(values));
  }
}

const zones = [
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const goals = Array.from({ length: 14 }, (_, index) => `goal-${index}`);
const cities = ['Berlin', ' berlin ', 'Pune', '', 'Perth'];
const builtIn = createTaxonomy().skills.map(({ id }) => id);

/** Own skills for a taxonomy: one stands for itself, one is another name for a built-in one. */
export const customSkills = [
  { id: 'own-1', name: 'Beekeeping' },
  { id: 'own-2', name: 'ReactJS' },
  { id: 'own-3', name: 'Hives', mergedInto: 'own-1' },
];

const skillIds = [...builtIn.slice(0, 60), 'react', 'redux', 'own-1', 'own-2', 'own-3', 'nobody-knows'];

function styleOf(draw: Draw): WorkingStyle | null {
  if (draw.chance(40)) return null;
  const answered = draw.one([100, 100, 60, 0]);
  const items = Array.from({ length: 10 }, (_, index) => [`item-${index}`, 1 + draw.below(5)] as const);
  return {
    items: Object.fromEntries(items.filter(() => draw.chance(answered))),
    values: draw.some(['mastery', 'helping', 'security', 'fairness'], 3),
  };
}

/** Fields of a program that can count in a score. */
export const fieldSpecs: readonly FieldSpec[] = [
  {
    key: 'track',
    label: 'Track',
    kind: 'choice',
    options: ['Research', 'Teaching', 'Industry'],
    isPrivate: false,
    scale: null,
  },
  {
    key: 'topics',
    label: 'Topics',
    kind: 'multi-choice',
    options: ['AI', 'Data', 'Ethics', 'Law'],
    isPrivate: true,
    scale: null,
  },
  { key: 'level', label: 'Level', kind: 'number', options: [], isPrivate: false, scale: 3 },
];

/** Values in fields of a program: a choice, several, a number with hundredths, a date; each of them may be missing. */
function fieldsOf(draw: Draw): Record<string, FieldValue> {
  const given: Record<string, FieldValue> = {
    track: draw.one(['Research', 'Teaching', 'research ', 'Industry']),
    topics: draw.some(['ai', 'Data', 'data', 'ethics', 'law'], 4),
    level: draw.below(900) / 100,
    start: draw.one(['2027-01-31', '2027-02-28', '2027-03-01', '2028-02-29']),
  };
  return Object.fromEntries(Object.entries(given).filter(() => draw.chance(80)));
}

function personOf(draw: Draw, more: Draw, id: string, step: number): PersonProfile {
  return {
    id,
    personKey: draw.chance(3) ? 'both@people.test' : draw.chance(2) ? '' : `${id}@people.test`,
    managerKey: draw.one([null, null, null, 'both@people.test', 'boss@people.test', 'o3@people.test', '']),
    languages: draw
      .some(['en', 'EN-gb', 'de', 'hi', 'fr'], 4)
      .map((code) => (draw.chance(30) ? { code } : { code, level: draw.one([1, 2, 3, 4] as const) })),
    timeZone: draw.one(zones),
    windows: Array.from({ length: draw.below(6) }, () => {
      const startMinute = draw.below(1440 / step - 1) * step;
      return {
        weekday: draw.one(weekdays),
        startMinute,
        endMinute: Math.min(1440, startMinute + draw.below(360 / step) * step),
      };
    }),
    yearsExperience: draw.chance(10) ? null : draw.below(30),
    organisation: draw.one(['Northwind', 'Contoso', ' northwind', null]),
    department: draw.one(['Search', 'Payments', null]),
    city: draw.one(cities),
    format: draw.one(['in_person', 'online', 'either', null] as const),
    workingStyle: styleOf(draw),
    attributes: draw.chance(70) ? { site: draw.one(['North', 'south', '']) } : {},
    approved: !draw.chance(3),
    enrolled: !draw.chance(3),
    paused: draw.chance(3),
    ...(more.chance(15) ? {} : { fields: fieldsOf(more) }),
  };
}

/** People who mix everything that scoring knows. Times are multiples of `step` minutes. */
export interface Cohort {
  readonly mentees: readonly MenteeProfile[];
  readonly mentors: readonly MentorProfile[];
  readonly pairs: readonly PairIds[];
}

/** A cohort of this size; the same for the same seed. */
export function cohortOf(seed: number, menteeCount: number, mentorCount: number, step = 15): Cohort {
  const draw = new Draw(seed);
  // Drawn apart, so that everything else about people stays what it was without fields.
  const more = new Draw(seed + 1);
  const mentorIds = Array.from({ length: mentorCount }, (_, index) => `o${index}`);
  const menteeIds = Array.from({ length: menteeCount }, (_, index) => `e${index}`);
  const mentees = menteeIds.map((id): MenteeProfile => {
    const gap = draw.below(8) - 1;
    return {
      ...personOf(draw, more, id, step),
      wants: draw.some(skillIds, draw.chance(5) ? 40 : 6).map((skillId) => ({
        skillId,
        priority: 1 + draw.below(3),
        ...(draw.chance(50) ? { currentLevel: draw.below(6) } : {}),
      })),
      goals: draw.some(goals, 4),
      wishes: draw.chance(40) ? draw.some([...mentorIds, 'gone'], 7) : [],
      ...(draw.chance(60) ? { wantedExperienceGap: gap } : {}),
      roundsWaited: 0,
      priority: 0,
    };
  });
  const mentors = mentorIds.map((id): MentorProfile => ({
    ...personOf(draw, more, id, step),
    skills: draw
      .some(skillIds, draw.chance(10) ? 40 : 9)
      .map((skillId) => ({ skillId, level: 1 + draw.below(5) })),
    goals: draw.some(goals, 9),
    capacity: 2,
    vetoes: draw.chance(20) ? draw.some(menteeIds, 2) : [],
  }));
  const pairs = Array.from({ length: Math.ceil(menteeCount / 5) }, () => ({
    menteeId: draw.one(menteeIds),
    mentorId: draw.one(mentorIds),
  }));
  return { mentees, mentors, pairs };
}
