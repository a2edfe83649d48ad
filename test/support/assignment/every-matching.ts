import { type MatrixProblem } from './matrix-problem.js';

/** One pair by input indices. */
export interface IndexedPair {
  readonly mentee: number;
  readonly mentor: number;
  readonly score: number;
  readonly locked: boolean;
}

/** Whether the problem lets a pair be made, locked or not. */
export function mayBeMade(problem: MatrixProblem, mentee: number, mentor: number): boolean {
  const score = problem.matrix[mentee]?.[mentor] ?? -1;
  const listed = (pairs: MatrixProblem['locks']): boolean =>
    pairs.some(
      ({ menteeId, mentorId }) =>
        menteeId === problem.mentees[mentee]?.id && mentorId === problem.mentors[mentor]?.id,
    );
  return listed(problem.locks) || (score >= 0 && score >= problem.minimumScore && !listed(problem.forbidden));
}

/** Shows every matching there is that keeps the locks. For a handful of people. The list shown is used again. */
export function everyMatching(problem: MatrixProblem, show: (pairs: readonly IndexedPair[]) => void): void {
  const { matrix, mentees, mentors } = problem;
  const key = (i: number, j: number): string => `${mentees[i]?.id}|${mentors[j]?.id}`;
  const locks = new Set(problem.locks.map((pair) => `${pair.menteeId}|${pair.mentorId}`));
  const possible = mentees.map((_, i) => mentors.map((__, j) => mayBeMade(problem, i, j)));
  const room = mentors.map((mentor) => mentor.capacity);
  const degrees = mentees.map(() => 0);
  const pairs: IndexedPair[] = [];
  const visit = (i: number, j: number): void => {
    if (i === mentees.length) {
      show(pairs);
      return;
    }
    if (j === mentors.length) {
      visit(i + 1, 0);
      return;
    }
    const locked = locks.has(key(i, j));
    if (possible[i]?.[j] === true && room[j]! > 0 && degrees[i]! < (mentees[i]?.demand ?? 1)) {
      room[j]!--;
      degrees[i]!++;
      pairs.push({ mentee: i, mentor: j, score: matrix[i]?.[j] ?? -1, locked });
      visit(i, j + 1);
      pairs.pop();
      room[j]!++;
      degrees[i]!--;
    }
    if (!locked) visit(i, j + 1);
  };
  visit(0, 0);
}
