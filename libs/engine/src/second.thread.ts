import { workerData } from 'node:worker_threads';
import { type CrewOrder, FINISHED, type Found, NEXT_PART, type Task } from './crew-message.js';
import { lowerPriority } from './lower-priority.js';
import { scoredProblem } from './score-source.js';
import { storePeople, tell } from './thread-body.js';
import type { SecondThreadData } from './thread-message.js';
import { Workbench } from './workbench.js';

/** The second thread of a computation: takes parts of a task until none is left, then answers all at once. */
const { port, counters } = workerData as SecondThreadData;
const people = storePeople();
let bench: Workbench | null = null;

lowerPriority();
port.on('message', (order: CrewOrder) => {
  if (order.kind === 'problem') {
    bench = new Workbench(scoredProblem(order.problem, order.packed), people);
    return;
  }
  if (bench === null) return;
  const found: [number, Found[Task['kind']]][] = [];
  for (;;) {
    const next = Atomics.add(counters, NEXT_PART, 1);
    const part = order.parts[next];
    if (part === undefined) break;
    const result = bench.work(order.task, part);
    if (order.task.kind === 'explain') tell({ kind: 'batch', index: next, text: result as string });
    else found.push([next, result]);
  }
  port.postMessage(found);
  Atomics.add(counters, FINISHED, 1);
  Atomics.notify(counters, FINISHED);
});
