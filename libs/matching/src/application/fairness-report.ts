import { DAY_MS } from '#availability';
import { Database } from '#database';
import { compareGroups, type GroupComparison, type GroupCount } from '#fairness';
import { Clock } from '#kernel';
import { type GroupQuestion, NOT_SAID, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortUnknownError, NoPublishedRunError } from '../matching.errors.js';
import { COUNT_GROUPS } from '../persistence/fairness.sql.js';

/**
 * What is compared, in the order in which it is read. Each is a share of all mentees of a group, those without a mentor
 * included. Scores are not among them: they can't be compared between groups.
 */
export const FAIRNESS_MEASURES = [
  'gotMentor',
  'gotFirstWish',
  'gotAnyWish',
  'metInTime',
  'endedEarly',
  'pairApproved',
  'pairDeclined',
  'requestDeclined',
] as const;
export type FairnessMeasure = (typeof FAIRNESS_MEASURES)[number];

type CountRow = { readonly answer: string | null; readonly people: number } & Readonly<
  Record<FairnessMeasure, number>
>;

/** One question of the program with its groups. */
export interface QuestionReport extends GroupComparison<FairnessMeasure> {
  readonly key: string;
  readonly label: string;
  /** Labels of the groups by key; those who did not answer are `not-said`. */
  readonly labels: ReadonlyMap<string, string>;
}

/** How a round went for groups of mentees. */
export interface FairnessReport {
  readonly runId: string;
  readonly publishedAt: Date;
  readonly firstMeetingWithinDays: number;
  readonly questions: readonly QuestionReport[];
}

/** Compares how a published round went for groups of mentees, by what they said of themselves. */
@Injectable()
export class ReportFairness {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
  ) {}

  /** @throws CohortUnknownError, NoPublishedRunError */
  async execute(cohortId: string, programId: string): Promise<FairnessReport> {
    const run = await this.publishedRun(cohortId, programId);
    const { settings } = await this.programs.getById(programId);
    const days = settings.firstMeetingWithinDays;
    const isEarly = this.clock.now().getTime() < run.publishedAt.getTime() + days * DAY_MS;
    const questions: QuestionReport[] = [];
    for (const question of settings.groupQuestions) {
      const rows = await this.db.query<CountRow>(COUNT_GROUPS, [run.id, question.key, days]);
      questions.push({
        key: question.key,
        label: question.label,
        labels: new Map([
          ...question.options.map(({ key, label }) => [key, label] as const),
          [NOT_SAID, 'Not said'],
        ]),
        ...compareGroups(FAIRNESS_MEASURES, countsOf(question, rows, isEarly)),
      });
    }
    return { runId: run.id, publishedAt: run.publishedAt, firstMeetingWithinDays: days, questions };
  }

  private async publishedRun(
    cohortId: string,
    programId: string,
  ): Promise<{ id: string; publishedAt: Date }> {
    const [row] = await this.db.query<{ id: string | null; published_at: Date | null }>(
      `SELECT r.id, r.published_at FROM cohort c
       LEFT JOIN match_run r ON r.cohort_id = c.id AND r.published_at IS NOT NULL AND r.withdrawn_at IS NULL
       WHERE c.id = $1 AND c.program_id = $2`,
      [cohortId, programId],
    );
    if (row === undefined) throw new CohortUnknownError();
    if (row.id === null || row.published_at === null) throw new NoPublishedRunError();
    return { id: row.id, publishedAt: row.published_at };
  }
}

/** A group for each option, and one for everybody else: no answer, or one that is no option any more. */
function countsOf(
  question: GroupQuestion,
  rows: readonly CountRow[],
  isEarly: boolean,
): GroupCount<FairnessMeasure>[] {
  const keys = [...question.options.map(({ key }) => key), NOT_SAID];
  const groupOf = (row: CountRow): string =>
    row.answer !== null && keys.includes(row.answer) ? row.answer : NOT_SAID;
  return keys.map((key) => {
    const own = rows.filter((row) => groupOf(row) === key);
    const sum = (name: FairnessMeasure | 'people'): number =>
      own.reduce((total, row) => total + row[name], 0);
    const yes = Object.fromEntries(
      FAIRNESS_MEASURES.map((measure) => [measure, isEarly && measure === 'metInTime' ? null : sum(measure)]),
    ) as Record<FairnessMeasure, number | null>;
    return { key, people: sum('people'), yes };
  });
}
