import { scorePair } from '#scoring';
import { writeCsv } from '#roster';
import type { AssignmentResult } from '#assignment';
import type { People } from './profiles.js';
import type { ScoreTable } from './score-table.js';

/** Columns of the list of pairs. */
export const PAIRS_HEADER = [
  'mentee_id',
  'mentor_id',
  'score',
  'mentee_name',
  'mentor_name',
  'mentee_email',
  'mentor_email',
  'reasons',
];

/** The pairs as CSV, by mentee, with the reasons that gave points, the weightiest first. */
export function pairsCsv(people: People, scores: ScoreTable, result: AssignmentResult): string {
  const mentees = new Map(people.mentees.map((mentee) => [mentee.id, mentee]));
  const mentors = new Map(people.mentors.map((mentor) => [mentor.id, mentor]));
  const rows = result.pairs.map((pair) => {
    const mentee = mentees.get(pair.menteeId);
    const mentor = mentors.get(pair.mentorId);
    if (mentee === undefined || mentor === undefined)
      throw new Error('A pair names somebody who is in no list.');
    const scored = scorePair(mentee, mentor, scores.context);
    const reasons = (scored.feasible ? scored.contributions : [])
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .map(({ because, points }) => `${because} (${points})`);
    return [
      ...[pair.menteeId, pair.mentorId, pair.score, mentee.name ?? '', mentor.name ?? ''],
      ...[mentee.personKey, mentor.personKey, reasons.join('; ')],
    ];
  });
  return writeCsv(PAIRS_HEADER, rows);
}

/** Every pair that may be made, with its score, as CSV in pieces: the whole may not fit into memory. */
export function* scoresCsv(people: People, scores: ScoreTable): Generator<string> {
  const header = ['mentee_id', 'mentor_id', 'score'];
  const line = writeCsv(header, []);
  yield line;
  const row = new Int32Array(people.mentors.length);
  for (const [at, mentee] of people.mentees.entries()) {
    scores.fill(at, row);
    const rows = people.mentors
      .map((mentor, column) => [mentee.id, mentor.id, row[column] ?? -1] as const)
      .filter(([, , score]) => score >= 0);
    yield writeCsv(header, rows).slice(line.length);
  }
}

/** How many pairs may be made. */
export function countFeasible(people: People, scores: ScoreTable): number {
  const row = new Int32Array(people.mentors.length);
  let count = 0;
  for (let at = 0; at < people.mentees.length; at++) {
    scores.fill(at, row);
    for (const score of row) if (score >= 0) count++;
  }
  return count;
}
