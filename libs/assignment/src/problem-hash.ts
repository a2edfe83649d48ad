import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareIds } from './compare-ids.js';
import { pairKey } from './people-index.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';

/**
 * SHA-256 (hex) over everything that the result depends on: people, locks, bans, settings, seed, and the checksums of
 * each score row. People are taken by id, so the order of the input does not matter.
 *
 * @param digests two checksums for each mentee, in the order of the problem's list (see `ScoreDigest`)
 */
export function problemHash(problem: AssignmentProblem, digests: Uint32Array): string {
  const byId = (people: readonly { readonly id: string }[]): number[] =>
    people.map((_, index) => index).sort((a, b) => compareIds(people[a]?.id ?? '', people[b]?.id ?? ''));
  const mentees = byId(problem.mentees).map((index) => {
    const {
      id,
      demand = 1,
      roundsWaited = 0,
      priority = 0,
      wishes = [],
    } = problem.mentees[index] ?? { id: '' };
    const wanted = wishes.map(({ mentorId, points }) => [mentorId, points]);
    return [id, demand, roundsWaited, priority, digests[2 * index], digests[2 * index + 1], ...wanted];
  });
  const { published } = problem;
  const content = [
    'assignment/2',
    mentees,
    byId(problem.mentors).map((index) => [problem.mentors[index]?.id, problem.mentors[index]?.capacity]),
    sortedPairs(problem.locks),
    sortedPairs(problem.forbidden),
    problem.minimumScore,
    problem.objective,
    problem.order,
    published === undefined || published.penalty === 0
      ? []
      : [published.penalty, sortedPairs(published.pairs)],
    problem.seed,
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

function sortedPairs(pairs: readonly PairOfIds[]): string[] {
  return [...new Set(pairs.map(pairKey))].sort(compareIds);
}
