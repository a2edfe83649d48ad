import type { ExactCost } from './exact-cost.js';
import type { NamedPerson, PairCost } from './run.view.js';

const NAMES_SHOWN = 3;

/** What a pair costs the others, in sentences for the admin. */
export function costWords({ pairs, points, losing, gaining }: PairCost): string[] {
  return [
    `Making it would cost the cohort ${sumOf(pairs, points)}.`,
    ...(losing.length > 0 ? [`${namesOf(losing)} would be left without a mentor.`] : []),
    ...(gaining.length > 0 ? [`${namesOf(gaining)} would get one.`] : []),
  ];
}

function sumOf(pairs: number, points: number): string {
  const lost = pairs === 0 ? [] : [pairs === 1 ? 'one pair' : `${pairs} pairs`];
  if (points > 0) return [...lost, points === 1 ? '1 point' : `${points} points`].join(' and ');
  if (lost.length > 0) return lost.join('');
  return points === 0
    ? 'nothing'
    : `nothing: the total would rise by ${-points}, as places go to other people`;
}

/** The same where only a bound is known, and why it is no more than that. */
export function boundWords(bound: number | null, exact: ExactCost | null): string[] {
  const cost =
    bound === null
      ? 'Lock the pair and run again to see what it costs the others.'
      : bound === 0
        ? 'Making it may cost the cohort nothing: lock it and run again to see.'
        : `Making it would cost the cohort at least ${bound} points.`;
  if (exact?.kind === 'changed')
    return [cost, 'People or profiles have changed since the run, so more can’t be said.'];
  return exact?.kind === 'too-much' ? [cost, 'Working it out exactly took too long.'] : [cost];
}

function namesOf(people: readonly NamedPerson[]): string {
  const shown = people.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const rest = people.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
