import type { PairOfIds } from '#assignment';
import type { RunParameters } from './match-input.js';
import type { PersonRow } from '../persistence/person.rows.js';

/** People as they are once the mentorships of some pairs have ended. */
export function withoutFreed(rows: readonly PersonRow[], freed: readonly PairOfIds[]): readonly PersonRow[] {
  if (freed.length === 0) return rows;
  const fewer = new Map<string, number>();
  for (const { menteeId, mentorId } of freed)
    for (const id of [menteeId, mentorId]) fewer.set(id, (fewer.get(id) ?? 0) + 1);
  return rows.map((row) => ({ ...row, live: row.live - (fewer.get(row.id) ?? 0) }));
}

/** Whether a pair is none of some. */
export function isNoneOf(pairs: readonly PairOfIds[]): (pair: PairOfIds) => boolean {
  const keys = new Set(pairs.map(keyOf));
  return (pair) => !keys.has(keyOf(pair));
}

/** Each pair once, in the order in which they come, without anything else that is known of them. */
export function distinct(pairs: readonly PairOfIds[]): PairOfIds[] {
  const byKey = new Map(
    pairs.map(({ menteeId, mentorId }) => [`${menteeId} ${mentorId}`, { mentorId, menteeId }]),
  );
  return [...byKey.values()];
}

/**
 * What a re-match is to be computed with anew, because somebody who was freed found nobody: they keep their place, which is
 * then nobody else's. Null where everybody who was freed has been placed.
 *
 * @param placed mentees who have a mentor in the result
 */
export function withoutUnplaced(
  parameters: RunParameters,
  placed: ReadonlySet<string>,
): RunParameters | null {
  const freed = parameters.rematch?.freed ?? [];
  const left = freed.filter(({ menteeId }) => placed.has(menteeId));
  return left.length === freed.length ? null : { ...parameters, rematch: { freed: left } };
}

function keyOf({ menteeId, mentorId }: PairOfIds): string {
  return `${menteeId} ${mentorId}`;
}
