import { workerData } from 'node:worker_threads';
import { type CrewOrder, FINISHED, type Found, NEXT_PART, type Task } from './crew-message.js';
import { lowerPriority } from './lower-priority.js';
import { scoredProblem } from './score-source.js';
import type { SecondThreadData } from './thread-message.js';
import { Workbench } from './workbench.js';

/** The second thread of a computation: takes parts of a task until none is left, then answers all at once. */
const { port, counters } = workerData as SecondThreadData;
let bench: Workbench | null = null;

lowerPriority();
port.on('message', (order: CrewOrder) => {
  if (order.kind === 'problem') {
    bench = new Workbench(scoredProblem(order.problem, order.packed));
    return;
  }
  if (bench === null) return;
  const found: [number, Found[Task['kind']]][] = [];
  for (;;) {
    const next = Atomics.add(counters, NEXT_PART, 1);
    const part = order.parts[next];
    if (part === undefined) break;
    found.push([next, bench.work(order.task, part)]);
  }
  port.postMessage(found);
  Atomics.add(counters, FINISHED, 1);
  Atomics.notify(counters, FINISHED);
});
