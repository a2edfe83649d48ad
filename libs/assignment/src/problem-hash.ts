import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareIds } from './compare-ids.js';
import { pairKey } from './people-index.js';
import type { AssignmentProblem } from './problem.js';

/**
 * SHA-256 (hex) over everything that the result depends on: people, locks, bans, settings, seed, and a checksum of each
 * score row. People are taken by id, so the order of the input does not matter.
 */
export function problemHash(problem: AssignmentProblem): string {
  const byId = (people: readonly { readonly id: string }[]): number[] =>
    people.map((_, index) => index).sort((a, b) => compareIds(people[a]?.id ?? '', people[b]?.id ?? ''));
  const mentors = byId(problem.mentors);
  const row = new Int32Array(mentors.length);
  const mentees = byId(problem.mentees).map((index) => {
    const { id, demand = 1, roundsWaited = 0, priority = 0 } = problem.mentees[index] ?? { id: '' };
    problem.scoreRow(index, row);
    return [id, demand, roundsWaited, priority, ...rowChecksum(row, mentors)];
  });
  const content = [
    'assignment/1',
    mentees,
    mentors.map((index) => [problem.mentors[index]?.id, problem.mentors[index]?.capacity]),
    [...new Set(problem.locks.map(pairKey))].sort(compareIds),
    [...new Set(problem.forbidden.map(pairKey))].sort(compareIds),
    problem.minimumScore,
    problem.objective,
    problem.order,
    problem.seed,
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

/** Two independent 32-bit multiplicative checksums: they notice change, they do not withstand an attacker. */
function rowChecksum(row: Int32Array, columns: readonly number[]): [number, number] {
  let first = 0x811c9dc5;
  let second = 0x2545f491;
  for (const column of columns) {
    const score = row[column] as number;
    first = Math.imul(first ^ score, 0x01000193);
    second = Math.imul(second + score, 0x9e3779b1) ^ (second >>> 15);
  }
  return [first >>> 0, second >>> 0];
}
