import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { AssignmentProblem, Helpers, ListStore } from '#assignment';
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
import type { PeopleOfBothSides } from './engine-input.js';
import type { ToExplain } from './explainer.js';
import { ITEMS_IN_A_BATCH } from './json-batches.js';
import { Workbench } from './workbench.js';

/** Hears the texts of the pairs, by batch: some of them from the other thread. */
export type OnBatch = (index: number, text: string) => void;

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

/** Works on the rows of a problem, alone or with a second thread; the result is the same. */
export class Crew implements Helpers {
  private readonly bench: Workbench;

  /** @param allocate makes buffers that both threads see */
  constructor(
    private readonly problem: AssignmentProblem,
    people: PeopleOfBothSides,
    private readonly second: SecondThread | null,
    readonly allocate: (bytes: number) => SharedArrayBuffer,
  ) {
    this.bench = new Workbench(problem, people);
  }

  /** What a task finds in each part, in the order of mentees. @param onProgress gets the share that is done */
  work<K extends 'check' | 'verify'>(
    task: Extract<Task, { readonly kind: K }>,
    onProgress: (share: number) => void,
  ): Found[K][] {
    const parts = partsOf(0, this.problem.mentees.length);
    const found = new Array<Found[Task['kind']]>(parts.length);
    this.share(task, parts, (part, index) => {
      found[index] = this.bench.work(task, part);
      onProgress((index + 1) / parts.length);
    }).forEach(([index, part]) => (found[index] = part));
    return found as Found[K][];
  }

  /** Short lists for the solver in this thread, half of them made by the other. */
  makeLists(store: ListStore, from: number, to: number, make: (row: number) => void): void {
    this.share({ kind: 'lists', store }, partsOf(from, to), (part) => {
      for (let row = part.from; row < part.to; row++) make(row);
    });
  }

  /**
   * Explains pairs in batches; a second thread tells its own.
   *
   * @returns how many batches there are
   */
  explain(found: ToExplain, onBatch: OnBatch, onProgress: (share: number) => void): number {
    const parts = cut(0, found.pairs.length, ITEMS_IN_A_BATCH);
    const task = { kind: 'explain', found } as const;
    this.share(task, parts, (part, index) => {
      onBatch(index, this.bench.work(task, part) as string);
      onProgress((index + 1) / parts.length);
    });
    return parts.length;
  }

  private share(task: Task, parts: readonly Part[], own: (part: Part, index: number) => void): CrewAnswer {
    let taken = 0;
    this.second?.begin(task, parts);
    for (;;) {
      const next = this.second?.take() ?? taken++;
      const part = parts[next];
      if (part === undefined) return this.second?.finish() ?? [];
      own(part, next);
    }
  }
}

function partsOf(from: number, to: number): Part[] {
  return cut(from, to, Math.max(1, Math.ceil((to - from) / PARTS)));
}

function cut(from: number, to: number, step: number): Part[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => ({
    from: from + index * step,
    to: Math.min(to, from + (index + 1) * step),
  }));
}
