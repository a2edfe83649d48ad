import { Database } from '#database';
import { Clock } from '#kernel';
import { DEFAULT_RULES, DEFAULT_WEIGHTS, type PlainContext, type StrengthScale } from '#scoring';
import { Injectable } from '@nestjs/common';
import { LoadSnapshot } from './load-snapshot.js';
import type { RunParameters } from './match-input.js';

/** How mentors are ranked for one mentee. */
export interface Ranking {
  readonly context: PlainContext;
  /** Null before the first run, and where the program is too small for words. */
  readonly scale: StrengthScale | null;
}

interface LatestRun {
  parameters: RunParameters;
  scale: StrengthScale | null;
}

const TERM_WEEKS = 26;

/** Ranks by the weights and rules of the newest run that succeeded, whose snapshot the words refer to, else by the defaults. */
@Injectable()
export class RankingSettings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly snapshots: LoadSnapshot,
  ) {}

  async load(programId: string): Promise<Ranking> {
    const [latest] = await this.db.query<LatestRun>(
      `SELECT parameters, summary->'strengthScale' AS scale FROM match_run
       WHERE program_id = $1 AND state = 'succeeded' ORDER BY id DESC LIMIT 1`,
      [programId],
    );
    const parameters = latest?.parameters ?? {
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
      termFrom: this.clock.now().toISOString().slice(0, 10),
      termWeeks: TERM_WEEKS,
    };
    return { context: await this.snapshots.context(programId, parameters), scale: latest?.scale ?? null };
  }
}
