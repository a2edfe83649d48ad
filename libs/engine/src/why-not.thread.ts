import { workerData } from 'node:worker_threads';
import { computeWhyNot, type WhyNotAnswer, type WhyNotQuestion } from './compute-why-not.js';
import type { TableVersions } from './engine-input.js';
import { wholeInput } from './standing-input.js';
import { threadBody } from './thread-body.js';
import type { ThreadData } from './thread-message.js';

/** What the thread of a question is told. */
interface WhyNotThreadData extends ThreadData {
  readonly versions: TableVersions;
  readonly question: WhyNotQuestion;
}

/** The thread of one question about a pair: an input and a stored result in, one answer out. */
const { versions, question } = workerData as WhyNotThreadData;

threadBody((source, { memoryMb }) => {
  const answer: WhyNotAnswer = computeWhyNot(wholeInput(source), versions, question, memoryMb);
  return { answer, batches: 0 };
});
