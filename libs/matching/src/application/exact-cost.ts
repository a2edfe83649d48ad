import type { AssignedPair, Certificate, PairOfIds, WhyNot } from '#assignment';
import { Database } from '#database';
import { askWhyNot } from '#engine';
import { Injectable } from '@nestjs/common';
import { LoadSnapshot } from './load-snapshot.js';
import type { RunView } from './run.view.js';

/** What a question about the exact cost of a pair found. */
export type ExactCost =
  | { readonly kind: 'known'; readonly answer: WhyNot }
  /** People or profiles are not as they were when the run was computed. */
  | { readonly kind: 'changed' }
  /** It would have taken too long, or too much memory, or others are asking. */
  | { readonly kind: 'too-much' };

/** Nobody waits longer for an answer. */
const PATIENCE_MS = 5_000;

/** Works out what a pair would cost a run, exactly: from the same people, in a thread, one question at a time. */
@Injectable()
export class ExactCostOfPair {
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly snapshots: LoadSnapshot,
  ) {}

  async ask(run: RunView, programId: string, certificate: Certificate, pair: PairOfIds): Promise<ExactCost> {
    // What was published is part of the people's present state.
    if (run.inputHash === null || run.publishedAt !== null) return { kind: 'changed' };
    const question = { run, programId, certificate, pair, inputHash: run.inputHash };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const turn = this.busy.then(() => this.answer(question, signal));
    this.busy = turn.catch(() => undefined);
    const late = new Promise<ExactCost>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve({ kind: 'too-much' });
      });
    });
    return Promise.race([turn, late]);
  }

  private async answer(
    { run, programId, certificate, pair, inputHash }: Question,
    signal: AbortSignal,
  ): Promise<ExactCost> {
    if (signal.aborted) return { kind: 'too-much' };
    const { cohortId, parameters } = run;
    const { input } = await this.snapshots.execute({ programId, cohortId, parameters });
    const pairs = await this.db.query<AssignedPair>(
      `SELECT mentee_id AS "menteeId", mentor_id AS "mentorId", score, locked FROM match_pair WHERE run_id = $1`,
      [run.id],
    );
    const end = await askWhyNot(input, { pair, inputHash, pairs, certificate }, { signal });
    switch (end.kind) {
      case 'answered':
        return { kind: 'known', answer: end.answer };
      case 'changed':
      case 'refused':
        return { kind: 'changed' };
      case 'cancelled':
      case 'out-of-memory':
        return { kind: 'too-much' };
    }
  }
}

interface Question {
  readonly run: RunView;
  readonly programId: string;
  readonly certificate: Certificate;
  readonly pair: PairOfIds;
  readonly inputHash: string;
}
