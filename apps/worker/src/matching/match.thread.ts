import { parentPort, workerData } from 'node:worker_threads';
import type { MatchInput } from '#matching';
import { computeMatch } from './compute-match.js';
import type { ThreadMessage } from './thread-message.js';

/** The thread of one match run: an input in, progress and one output out. It knows no database. */
const post = (message: ThreadMessage): void => {
  parentPort?.postMessage(message);
};

const PAUSE_MS = 500;
let last = 0;

const outcome = computeMatch(
  workerData as MatchInput,
  { zoneData: process.versions['tz'] ?? 'unknown' },
  (percent, stage) => {
    const now = performance.now();
    if (now - last < PAUSE_MS) return;
    last = now;
    post({ kind: 'progress', percent, stage });
  },
);
post(outcome.ok ? { kind: 'done', output: outcome.value } : { kind: 'refused', faults: outcome.error });
