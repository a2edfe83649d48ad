import { Database } from '#database';
import { Clock } from '#kernel';
import { ProgramQueries, ProgramSkills, type ProgramView } from '#programs';
import {
  createScoringContext,
  DEFAULT_RULES,
  DEFAULT_WEIGHTS,
  type ScoringContext,
  type StrengthScale,
} from '#scoring';
import type { Taxonomy } from '#skills';
import { Injectable } from '@nestjs/common';
import type { RunParameters } from './match-input.js';

/** How mentors are ranked in a program, for whichever mentee. */
export interface Ranking {
  readonly program: ProgramView;
  readonly taxonomy: Taxonomy;
  /** The same object until weights, rules, term or words change. Knows nobody's earlier partners. */
  readonly context: ScoringContext;
  /** Null before the first run, and where the program is too small for words. */
  readonly scale: StrengthScale | null;
}

type Parameters = Pick<RunParameters, 'weights' | 'rules' | 'termFrom' | 'termWeeks'>;

/** A run that has succeeded never changes. */
interface LatestRun {
  readonly id: string;
  readonly parameters: Parameters;
  readonly scale: StrengthScale | null;
}

interface Known {
  readonly run: LatestRun | null;
  readonly taxonomy: Taxonomy;
  /** What else the context was made of. */
  readonly fingerprint: string;
  readonly context: ScoringContext;
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
  ) {}

  /** As of now; what has not changed is not made again. @throws NotFoundError */
  async load(programId: string): Promise<Ranking> {
    const [program, taxonomy, run] = await Promise.all([
      this.programs.getById(programId),
      this.skills.loadTaxonomy(programId),
      this.latestRun(programId),
    ]);
    const { weights, rules, termFrom, termWeeks }: Parameters = run?.parameters ?? {
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
      termFrom: this.clock.now().toISOString().slice(0, 10),
      termWeeks: TERM_WEEKS,
    };
    const { goalAreas } = program;
    const fingerprint = JSON.stringify([weights, rules, termFrom, termWeeks, goalAreas]);
    const before = this.known.get(programId);
    const context =
      before !== undefined && before.taxonomy === taxonomy && before.fingerprint === fingerprint
        ? before.context
        : contextOf({ weights, rules, termFrom, termWeeks }, taxonomy, goalAreas);
    this.keep(programId, { run, taxonomy, fingerprint, context });
    return { program, taxonomy, context, scale: run?.scale ?? null };
  }

  private async latestRun(programId: string): Promise<LatestRun | null> {
    const [latest] = await this.db.query<{ id: string }>(
      `SELECT id FROM match_run WHERE program_id = $1 AND state = 'succeeded' ORDER BY id DESC LIMIT 1`,
      [programId],
    );
    if (latest === undefined) return null;
    const known = this.known.get(programId)?.run;
    if (known?.id === latest.id) return known;
    // The summary of a large run is megabytes: it is opened once.
    const [run] = await this.db.query<LatestRun>(
      `SELECT id, parameters, summary->'strengthScale' AS scale FROM match_run WHERE id = $1`,
      [latest.id],
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
): ScoringContext {
  const labels = new Map(goalAreas.map(({ key, label }) => [key, label]));
  return createScoringContext({
    taxonomy,
    term: { from: termFrom, weeks: termWeeks },
    weights,
    rules,
    goalName: (key) => labels.get(key) ?? key.replace(/[_-]+/gu, ' '),
  });
}
