import { Database } from '#database';
import { Clock } from '#kernel';
import { ProfileFields } from '#profiles';
import { ProgramQueries, type ProgramSettings, ProgramSkills, type ProgramView } from '#programs';
import {
  createScoringContext,
  DEFAULT_RULES,
  DEFAULT_WEIGHTS,
  type FieldSpec,
  type ScoringContext,
  type StrengthScale,
} from '#scoring';
import type { Taxonomy } from '#skills';
import { Injectable } from '@nestjs/common';
import type { RankingRow } from '../persistence/ranking.rows.js';
import type { RunParameters } from './match-input.js';

/** How mentors are ranked in a program, for whichever mentee. */
export interface Ranking {
  /** IANA name of the program's zone. */
  readonly timeZone: string;
  readonly settings: ProgramSettings;
  readonly taxonomy: Taxonomy;
  /** The same object until weights, rules, term or words change. Knows nobody's earlier partners. */
  readonly context: ScoringContext;
  /** Null before the first run, and where the program is too small for words. */
  readonly scale: StrengthScale | null;
}

type Parameters = Pick<RunParameters, 'weights' | 'rules' | 'termFrom' | 'termWeeks'>;

interface RunRow {
  readonly parameters: Parameters;
  readonly scale: StrengthScale | null;
}

interface Known {
  /** What it was made of. */
  readonly key: string;
  readonly ranking: Ranking;
}

const TERM_WEEKS = 26;
/** Programs kept; the least recently asked for goes first. */
const KEPT = 50;

/** Ranks by the weights and rules of the newest run that succeeded, whose snapshot the words refer to, else by the defaults. */
@Injectable()
export class RankingSettings {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly skills: ProgramSkills,
    private readonly fields: ProfileFields,
  ) {}

  /** What has not changed is not read again. @param row as read a moment ago @throws NotFoundError */
  async of(programId: string, { words, skills, run }: RankingRow): Promise<Ranking> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const key = [words, skills, run ?? today].join(' ');
    const known = this.known.get(programId);
    const ranking = known?.key === key ? known.ranking : await this.make(programId, run, today);
    this.keep(programId, { key, ranking });
    return ranking;
  }

  private async make(programId: string, runId: string | null, today: string): Promise<Ranking> {
    const [{ timeZone, settings, goalAreas }, taxonomy, fields, run] = await Promise.all([
      this.programs.getById(programId),
      this.skills.loadTaxonomy(programId),
      this.fields.specs(programId),
      this.findRun(runId),
    ]);
    const parameters: Parameters = run?.parameters ?? {
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
      termFrom: today,
      termWeeks: TERM_WEEKS,
    };
    const context = contextOf(parameters, taxonomy, goalAreas, fields);
    return { timeZone, settings, taxonomy, context, scale: run?.scale ?? null };
  }

  /** The summary of a large run is megabytes: it is opened once. */
  private async findRun(runId: string | null): Promise<RunRow | null> {
    if (runId === null) return null;
    const [run] = await this.db.query<RunRow>(
      `SELECT parameters, summary->'strengthScale' AS scale FROM match_run WHERE id = $1`,
      [runId],
    );
    return run ?? null;
  }

  private keep(programId: string, known: Known): void {
    this.known.delete(programId);
    this.known.set(programId, known);
    const oldest = this.known.keys().next();
    if (this.known.size > KEPT && oldest.done !== true) this.known.delete(oldest.value);
  }
}

function contextOf(
  { weights, rules, termFrom, termWeeks }: Parameters,
  taxonomy: Taxonomy,
  goalAreas: ProgramView['goalAreas'],
  fields: readonly FieldSpec[],
): ScoringContext {
  const labels = new Map(goalAreas.map(({ key, label }) => [key, label]));
  return createScoringContext({
    taxonomy,
    term: { from: termFrom, weeks: termWeeks },
    weights,
    rules,
    fields,
    goalName: (key) => labels.get(key) ?? key.replace(/[_-]+/gu, ' '),
  });
}
