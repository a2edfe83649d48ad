import { parentPort, workerData } from 'node:worker_threads';
import type { MenteeProfile, MentorProfile } from '#scoring';
import type { EngineSource, PeopleOfBothSides } from './engine-input.js';
import { lowerPriority } from './lower-priority.js';
import { OutOfMemoryError } from './memory-budget.js';
import { StoredPeople } from './stored-people.js';
import type { ThreadData, ThreadMessage, ThreadOrder } from './thread-message.js';

/** Says something to the process that started this thread. */
export function tell(message: ThreadMessage<unknown>): void {
  parentPort?.postMessage(message);
}

/** What a thread found, and in how many batches some of it was told. */
export interface Work {
  readonly answer: unknown;
  readonly batches: number;
}

/**
 * Collects the people that are sent to this thread.
 *
 * @param begin called once everybody is there
 */
export function storePeople(begin?: () => void): PeopleOfBothSides {
  const mentees = new StoredPeople<MenteeProfile>();
  const mentors = new StoredPeople<MentorProfile>();
  parentPort?.on('message', (order: ThreadOrder) => {
    if (order.kind === 'begin') {
      begin?.();
      return;
    }
    mentees.add(order.mentees);
    mentors.add(order.mentors);
  });
  return { mentees, mentors };
}

/**
 * What every thread does: collects the people, works, and answers once.
 *
 * @param work gets the input; its answer is plain data
 */
export function threadBody(work: (source: EngineSource, data: ThreadData) => Work): void {
  const data = workerData as ThreadData;
  lowerPriority();
  const people = storePeople(() => {
    try {
      tell({ kind: 'answer', ...work({ ...data.input, ...people }, data) });
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      tell({ kind: 'out-of-memory', memoryMb: data.memoryMb });
    }
  });
}

/** Buffers outside of the heap are refused by our own count, or by the system with a RangeError. */
function isOutOfMemory(error: unknown): boolean {
  if (error instanceof OutOfMemoryError) return true;
  return error instanceof RangeError && /allocation failed/iu.test(error.message);
}
