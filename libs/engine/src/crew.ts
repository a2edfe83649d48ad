import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { AssignmentProblem } from '#assignment';
import type { PackedPeople } from '#scoring';
import {
  type CrewAnswer,
  type CrewOrder,
  FINISHED,
  type Found,
  NEXT_PART,
  type Part,
  type PlainProblem,
  type Task,
} from './crew-message.js';
import { workOnPart } from './work-on-part.js';

/** Parts that the rows are cut into: enough for two threads to finish together. */
const PARTS = 24;

/** A second thread that takes parts of a task while this one takes others. */
export class SecondThread {
  private tasks = 0;

  /** @param counters shared by both threads, see `COUNTERS` */
  constructor(
    private readonly port: MessagePort,
    private readonly counters: Int32Array,
  ) {}

  /** Tells it what the tasks will be about. */
  prepare(packed: PackedPeople, problem: PlainProblem): void {
    this.send({ kind: 'problem', packed, problem });
  }

  /** Hands a task out: from now on both threads take parts. */
  begin(task: Task, parts: readonly Part[]): void {
    Atomics.store(this.counters, NEXT_PART, 0);
    this.tasks += 1;
    this.send({ kind: 'task', task, parts });
  }

  /** The next part that nobody has taken. */
  take(): number {
    return Atomics.add(this.counters, NEXT_PART, 1);
  }

  /** Waits until it has finished its parts. Should it die, the process that watches both ends this thread too. */
  finish(): CrewAnswer {
    while (Atomics.load(this.counters, FINISHED) < this.tasks)
      Atomics.wait(this.counters, FINISHED, this.tasks - 1);
    const received = receiveMessageOnPort(this.port) as { message: CrewAnswer } | undefined;
    if (received === undefined) throw new Error('The second thread finished without an answer.');
    return received.message;
  }

  private send(order: CrewOrder): void {
    this.port.postMessage(order);
  }
}

/** Works on all rows of a problem, alone or with a second thread; the result is the same. */
export class Crew {
  constructor(
    private readonly problem: AssignmentProblem,
    private readonly second: SecondThread | null,
  ) {}

  /** What a task found in each part, in the order of rows. @param onProgress gets the share that is done */
  work<K extends Task['kind']>(
    task: Extract<Task, { readonly kind: K }>,
    onProgress: (share: number) => void,
  ): Found[K][] {
    const parts = partsOf(this.problem.mentees.length);
    const found = new Array<Found[Task['kind']]>(parts.length);
    let own = 0;
    this.second?.begin(task, parts);
    for (;;) {
      const next = this.second?.take() ?? own;
      const part = parts[next];
      if (part === undefined) break;
      found[next] = workOnPart(this.problem, task, part);
      own += 1;
      onProgress((next + 1) / parts.length);
    }
    for (const [index, part] of this.second?.finish() ?? []) found[index] = part;
    return found as Found[K][];
  }
}

function partsOf(rows: number): Part[] {
  const step = Math.max(1, Math.ceil(rows / PARTS));
  return Array.from({ length: Math.ceil(rows / step) }, (_, index) => ({
    from: index * step,
    to: Math.min(rows, (index + 1) * step),
  }));
}
