import { parentPort, workerData } from 'node:worker_threads';
import type { PackedPeople } from '#scoring';
import { createScoreKernel } from '#scoring';
import { scoreRows } from './score-pass.js';

/** What the second thread is given when it starts; the buffers are shared. */
export interface ScoringThreadData {
  readonly packed: PackedPeople;
  readonly mentees: number;
  readonly mentors: number;
}

/** Scores the rows that it is told to, and answers when it has. */
const { packed, mentees, mentors } = workerData as ScoringThreadData;
const kernel = createScoreKernel(packed);
parentPort?.on('message', (rows: { readonly from: number; readonly to: number }) => {
  parentPort?.postMessage(scoreRows(kernel, mentees, mentors, rows));
});
