import type { SeededRandom } from '#roster';
import { seededRandom } from '#roster';
import { drawSkills } from './common-skills.js';
import type { Instance } from './instance.js';

const SKILLS = 300;
const GOALS = 8;

/** What an instance of a usual cohort is made from. */
export interface CohortSize {
  readonly name: string;
  readonly mentees: number;
  readonly mentors: number;
  /** All places; absent: what capacities of 1 to 4 come to. */
  readonly places?: number;
  /** So many of the mentees may be matched with the first `mentors` mentors alone. */
  readonly restricted?: { readonly mentees: number; readonly mentors: number };
  readonly seed: string;
}

interface Side {
  readonly language: Uint8Array;
  readonly zone: Int8Array;
  readonly organisation: Uint8Array;
  readonly goals: Uint8Array;
  readonly hours: Int32Array;
  readonly years: Uint8Array;
}

/**
 * A cohort as programs have them: 300 skills with Zipf's frequencies, 5 to 12 offered, 3 to 6 wanted; hard rules on
 * language, clocks and organisation leave about 58 % of the pairs; 1 to 4 places a mentor.
 */
export function cohortInstance(size: CohortSize): Instance {
  const { name, mentees, mentors, seed } = size;
  const random = seededRandom(seed);
  const skills = Array.from({ length: SKILLS }, (_, skill) => skill);
  const offered = new Uint8Array(mentors * SKILLS);
  for (let j = 0; j < mentors; j++)
    for (const skill of drawSkills(random, skills, random.whole(5, 12)))
      offered[j * SKILLS + skill] = random.whole(1, 5);
  const [seekers, helpers] = [side(random, mentees, 0, 9), side(random, mentors, 4, 30)];
  const capacity = capacities(random, mentors, size.places);
  const scores = new Int32Array(mentees * mentors);
  for (let i = 0; i < mentees; i++) {
    const wanted = drawSkills(random, skills, random.whole(3, 6));
    const wishes = new Set(wished(random, mentors));
    const last = i < (size.restricted?.mentees ?? 0) ? (size.restricted?.mentors ?? mentors) : mentors;
    for (let j = 0; j < mentors; j++) {
      const feasible = j < last && mayMeet(seekers, i, helpers, j);
      scores[i * mentors + j] = feasible
        ? points(seekers, i, helpers, j) + skillPoints(wanted, offered, j) + (wishes.has(j) ? 1500 : 0)
        : -1;
    }
  }
  return { name, mentees, mentors, capacity, scores };
}

function side(random: SeededRandom, count: number, low: number, high: number): Side {
  return {
    // Bits: English for most, one of four others for some.
    language: Uint8Array.from({ length: count }, () => {
      const other = random.next() < 0.35 ? 2 << random.whole(0, 3) : 0;
      return random.next() < 0.94 ? 1 | other : other === 0 ? 2 : other;
    }),
    zone: Int8Array.from({ length: count }, () => random.pick([-8, -6, -5, -5, 0, 0, 1, 1, 1, 2, 3, 5, 5])),
    organisation: Uint8Array.from({ length: count }, () => random.whole(0, 11)),
    goals: Uint8Array.from({ length: count }, () => (1 << random.whole(0, GOALS - 1)) | random.whole(0, 255)),
    hours: Int32Array.from({ length: count }, () => random.whole(0, 0xffffff) & random.whole(0, 0xffffff)),
    years: Uint8Array.from({ length: count }, () => random.whole(low, high)),
  };
}

function mayMeet(seekers: Side, i: number, helpers: Side, j: number): boolean {
  return (
    ((seekers.language[i] ?? 0) & (helpers.language[j] ?? 0)) !== 0 &&
    Math.abs((seekers.zone[i] ?? 0) - (helpers.zone[j] ?? 0)) <= 6 &&
    seekers.organisation[i] !== helpers.organisation[j]
  );
}

/** Goals up to 2000, hours in common up to 1000, years ahead up to 500, shared languages up to 500. */
function points(seekers: Side, i: number, helpers: Side, j: number): number {
  const goals = seekers.goals[i] ?? 0;
  const cover = bits(goals & (helpers.goals[j] ?? 0)) / bits(goals);
  const hours = Math.min(8, bits((seekers.hours[i] ?? 0) & (helpers.hours[j] ?? 0)));
  const ahead = Math.max(0, Math.min(10, (helpers.years[j] ?? 0) - (seekers.years[i] ?? 0)));
  const languages = Math.min(2, bits((seekers.language[i] ?? 0) & (helpers.language[j] ?? 0)));
  return Math.round(2000 * cover) + 125 * hours + 50 * ahead + 250 * languages;
}

/** Up to 4000: the skills wanted, the first one twice the last, by the level offered. */
function skillPoints(wanted: readonly number[], offered: Uint8Array, j: number): number {
  let sum = 0;
  let most = 0;
  wanted.forEach((skill, rank) => {
    const weight = 2 * wanted.length - rank;
    sum += weight * (offered[j * SKILLS + skill] ?? 0);
    most += weight * 5;
  });
  return Math.round((4000 * sum) / most);
}

function wished(random: SeededRandom, mentors: number): number[] {
  return Array.from({ length: random.whole(0, 5) }, () => random.whole(0, mentors - 1));
}

function capacities(random: SeededRandom, mentors: number, places: number | undefined): Int32Array {
  const capacity = Int32Array.from({ length: mentors }, () => random.whole(1, 4));
  if (places === undefined) return capacity;
  let sum = capacity.reduce((total, one) => total + one, 0);
  while (sum !== places) {
    const j = random.whole(0, mentors - 1);
    const next = (capacity[j] ?? 0) + Math.sign(places - sum);
    if (next < 1 || next > 4) continue;
    capacity[j] = next;
    sum += Math.sign(places - sum);
  }
  return capacity;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
