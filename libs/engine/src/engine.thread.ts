import { workerData } from 'node:worker_threads';
import { findMatch } from './compute-match.js';
import type { TableVersions } from './engine-input.js';
import { type EngineAnswer, reportOf } from './engine-report.js';
import { Stages } from './stages.js';
import { tell, threadBody, type Work } from './thread-body.js';
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

threadBody((source, data) => {
  const stages = new Stages(throttled(), () => performance.now());
  const outcome = findMatch(source, versions, { stages, ...data });
  if (!outcome.ok) return answered({ kind: 'refused', faults: outcome.error });
  const { output, toExplain, crew } = outcome.value;
  const batches = crew.explain(
    toExplain,
    (index, text) => {
      tell({ kind: 'batch', index, text });
    },
    (share) => {
      stages.share(share);
    },
  );
  const report = reportOf({ ...output, pairs: [] });
  const pairs = { count: toExplain.pairs.length, texts: [] };
  return answered({ kind: 'done', report: { ...report, pairs }, times: stages.end() }, batches);
});

function answered(answer: EngineAnswer, batches = 0): Work {
  return { answer, batches };
}

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
