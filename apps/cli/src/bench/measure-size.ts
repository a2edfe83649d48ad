import { runEngine } from '#engine';
import { generateSampleRoster, readMentees, readMentors, readTable, STANDARD_GOAL_AREAS } from '#roster';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '#scoring';
import { createTaxonomy } from '#skills';
import { toPeople, type People } from '../match/profiles.js';

/** How many people. */
export interface BenchSize {
  readonly mentees: number;
  readonly mentors: number;
}

/** What one size said; times in milliseconds. */
export interface SizeMeasured extends BenchSize {
  readonly instance: string;
  readonly pairs: number;
  readonly total: number;
  /** Bound of the certificate minus the value: 0 when the result is proven to be the best. */
  readonly gap: number | null;
  /** What each stage took, in order. */
  readonly stages: Readonly<Record<string, number>>;
  /** From lists as text to the proven and explained result. */
  readonly total_ms: number;
}

/** Makes up two lists and times what comes after: reading them, scoring, matching, the proof and the explanations. */
export async function measureSize(
  { mentees, mentors }: BenchSize,
  threads: number,
  onProgress: (stage: string, share: number) => void,
): Promise<SizeMeasured> {
  const sample = generateSampleRoster({ mentees, mentors, seed: 'bench' });
  const started = performance.now();
  const people = readPeople(sample.mentorsCsv, sample.menteesCsv);
  const read = performance.now() - started;
  const outcome = await runEngine(
    {
      mentees: people.mentees,
      mentors: people.mentors,
      context: {
        ...{ customSkills: [], goalNames: STANDARD_GOAL_AREAS, acquaintances: [] },
        // A fixed term: the same figures on every day.
        ...{ term: { from: '2027-01-04', weeks: 26 }, weights: DEFAULT_WEIGHTS, rules: DEFAULT_RULES },
      },
      ...{ locks: [], forbidden: [] },
      parameters: { objective: 'coverage', placeOrder: 'waited', minimumScore: 0, seed: '1' },
    },
    {
      threads,
      onProgress: (percent, stage) => {
        onProgress(stage, percent / 100);
      },
    },
  );
  const total = performance.now() - started;
  if (outcome.kind !== 'done') throw new Error(`The computation ended with "${outcome.kind}".`);
  const { summary } = outcome.report;
  const stages = outcome.times.map(({ stage, milliseconds }) => [stage, tenths(milliseconds)] as const);
  return {
    instance: `${mentees}x${mentors}`,
    mentees,
    mentors,
    pairs: summary.pairs,
    total: summary.total,
    gap: 'gap' in summary.certificate ? Number(summary.certificate.gap) : null,
    stages: Object.fromEntries([['reading the lists', tenths(read)] as const, ...stages]),
    total_ms: tenths(total),
  };
}

function readPeople(mentorsCsv: string, menteesCsv: string): People {
  const taxonomy = createTaxonomy();
  const rows = { maxRows: 1_000_000 };
  const table = (csv: string): ReturnType<typeof readTable>['table'] =>
    readTable(new TextEncoder().encode(csv), rows).table;
  return toPeople({
    mentors: readMentors(table(mentorsCsv), { taxonomy }).rows,
    mentees: readMentees(table(menteesCsv), { taxonomy }).rows,
    problems: [],
  });
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
