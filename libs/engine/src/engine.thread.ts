import { workerData } from 'node:worker_threads';
import { findMatch } from './compute-match.js';
import type { TableVersions } from './engine-input.js';
import { type EngineAnswer, reportOf } from './engine-report.js';
import { writeBatches } from './json-batches.js';
import { Stages } from './stages.js';
import { tell, threadBody } from './thread-body.js';
import type { ThreadData } from './thread-message.js';

/** What the thread of a computation is told. */
interface EngineThreadData extends ThreadData {
  readonly versions: TableVersions;
}

const PAUSE_MS = 100;

/**
 * The thread of one computation: an input in, progress, the texts of the pairs and one outcome out. It knows no database.
 */
const { versions } = workerData as EngineThreadData;

threadBody((source, data): EngineAnswer => {
  const stages = new Stages(throttled(), () => performance.now());
  const outcome = findMatch(source, versions, { stages, ...data });
  if (!outcome.ok) return { kind: 'refused', faults: outcome.error };
  const { pairs, ...rest } = outcome.value;
  const count = writeBatches(pairs, (text, written) => {
    tell({ kind: 'batch', text });
    stages.share(written / rest.summary.pairs);
  });
  const report = reportOf({ ...rest, pairs: [] });
  return { kind: 'done', report: { ...report, pairs: { count, texts: [] } }, times: stages.end() };
});

/** Tells progress a few times a second, and every new stage. */
function throttled(): (percent: number, stage: string) => void {
  let last = -PAUSE_MS;
  let lastStage = '';
  return (percent, stage) => {
    const now = performance.now();
    if (now - last < PAUSE_MS && stage === lastStage) return;
    last = now;
    lastStage = stage;
    tell({ kind: 'progress', percent, stage });
  };
}
