import { parentPort, workerData } from 'node:worker_threads';
import type { MenteeProfile, MentorProfile } from '#scoring';
import type { EngineSource } from './engine-input.js';
import { lowerPriority } from './lower-priority.js';
import { OutOfMemoryError } from './memory-budget.js';
import { StoredPeople } from './stored-people.js';
import type { ThreadData, ThreadMessage, ThreadOrder } from './thread-message.js';

/** Says something to the process that started this thread. */
export function tell(message: ThreadMessage<unknown>): void {
  parentPort?.postMessage(message);
}

/**
 * What every thread does: collects the people, works, and answers once.
 *
 * @param work gets the input; its answer is plain data
 */
export function threadBody(work: (source: EngineSource, data: ThreadData) => unknown): void {
  const data = workerData as ThreadData;
  const mentees = new StoredPeople<MenteeProfile>();
  const mentors = new StoredPeople<MentorProfile>();
  lowerPriority();
  parentPort?.on('message', (order: ThreadOrder) => {
    if (order.kind === 'people') {
      mentees.add(order.mentees);
      mentors.add(order.mentors);
      return;
    }
    try {
      tell({ kind: 'answer', answer: work({ ...data.input, mentees, mentors }, data) });
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
