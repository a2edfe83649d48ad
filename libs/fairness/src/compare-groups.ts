import { hiddenGroups, LEAST_PEOPLE } from './hidden-groups.js';
import { wilsonInterval } from './wilson.js';

/** Widest half of an interval, in points of per cent, with which a share says something. */
const MOST_POINTS = 20;

/** People of one group, and for how many of them each measure is true. */
export interface GroupCount<Measure extends string> {
  readonly key: string;
  readonly people: number;
  /** 0 to `people`; null while nobody can know it yet. */
  readonly yes: Readonly<Record<Measure, number | null>>;
}

/** `too-few`: the interval is too wide to say anything. `too-early`: nobody can know it yet. */
export type WhyUnsaid = 'too-few' | 'too-early';

/** A share of a group in per cent, whole numbers; or why there is none. */
export type Share =
  | { readonly share: number; readonly low: number; readonly high: number; readonly unsaid: null }
  | { readonly share: null; readonly low: null; readonly high: null; readonly unsaid: WhyUnsaid };

/** A group with its shares; people and shares are null together, where it is hidden. */
export interface GroupShares<Measure extends string> {
  readonly key: string;
  readonly people: number | null;
  readonly shares: Readonly<Record<Measure, Share>> | null;
}

/** A whole and its groups. */
export interface GroupComparison<Measure extends string> {
  readonly everybody: GroupShares<Measure>;
  readonly groups: readonly GroupShares<Measure>[];
}

/**
 * Shares of groups beside the share of everybody. Every measure is about all people of a group, so that one set of hidden
 * groups serves all of them and none can be computed from another measure.
 *
 * @param groups all of them: everybody is in one, those who said nothing included
 */
export function compareGroups<Measure extends string>(
  measures: readonly Measure[],
  groups: readonly GroupCount<Measure>[],
): GroupComparison<Measure> {
  const hidden = hiddenGroups(groups.map(({ people }) => people));
  const everybody: GroupCount<Measure> = {
    key: 'everybody',
    people: groups.reduce((sum, { people }) => sum + people, 0),
    yes: record(measures, (measure) =>
      groups.reduce<number | null>((sum, { yes }) => plus(sum, yes[measure]), 0),
    ),
  };
  const show = (group: GroupCount<Measure>, isHidden: boolean): GroupShares<Measure> =>
    isHidden
      ? { key: group.key, people: null, shares: null }
      : {
          key: group.key,
          people: group.people,
          shares: record(measures, (measure) => shareOf(group.yes[measure], group.people)),
        };
  return {
    everybody: show(everybody, everybody.people < LEAST_PEOPLE),
    groups: groups.map((group, place) => show(group, hidden.has(place))),
  };
}

function shareOf(yes: number | null, people: number): Share {
  if (yes === null) return { share: null, low: null, high: null, unsaid: 'too-early' };
  const { low, high } = wilsonInterval(yes, people);
  if ((high - low) * 50 > MOST_POINTS) return { share: null, low: null, high: null, unsaid: 'too-few' };
  return { share: percent(yes / people), low: percent(low), high: percent(high), unsaid: null };
}

const percent = (share: number): number => Math.round(share * 100);

const plus = (sum: number | null, more: number | null): number | null =>
  sum === null || more === null ? null : sum + more;

function record<Measure extends string, Value>(
  measures: readonly Measure[],
  valueOf: (measure: Measure) => Value,
): Record<Measure, Value> {
  return Object.fromEntries(measures.map((measure) => [measure, valueOf(measure)])) as Record<Measure, Value>;
}
