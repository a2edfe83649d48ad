import { parentPort, workerData } from 'node:worker_threads';
import type { MenteeProfile, MentorProfile } from '#scoring';
import { computeMatch } from './compute-match.js';
import { reportOf } from './engine-report.js';
import { lowerPriority } from './lower-priority.js';
import { Stages } from './stages.js';
import type { ThreadData, ThreadMessage, ThreadOrder } from './thread-message.js';

/** The thread of one computation: an input in, progress and one outcome out. It knows no database. */
const post = (message: ThreadMessage): void => {
  parentPort?.postMessage(message);
};

const PAUSE_MS = 100;
let last = -PAUSE_MS;
let lastStage = '';

lowerPriority();
const stages = new Stages(
  (percent, stage) => {
    const now = performance.now();
    if (now - last < PAUSE_MS && stage === lastStage) return;
    last = now;
    lastStage = stage;
    post({ kind: 'progress', percent, stage });
  },
  () => performance.now(),
);
const { input, versions } = workerData as ThreadData;
const mentees: MenteeProfile[] = [];
const mentors: MentorProfile[] = [];
parentPort?.on('message', (order: ThreadOrder) => {
  if (order.kind === 'people') {
    mentees.push(...order.mentees);
    mentors.push(...order.mentors);
    return;
  }
  const outcome = computeMatch({ ...input, mentees, mentors }, versions, stages);
  if (outcome.ok) {
    const report = reportOf(outcome.value);
    post({ kind: 'outcome', outcome: { kind: 'done', report, times: stages.end() } });
  } else post({ kind: 'outcome', outcome: { kind: 'refused', faults: outcome.error } });
});
