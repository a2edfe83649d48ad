import type { AssignedPair, Certificate, MatchQuality, PairOfIds } from '#assignment';
import type { TableVersions } from './input-hash.js';
import type { Leftovers } from './leftovers.js';
import type { MatchSettings } from './match-settings.js';
import type { FileProblem } from './read-lists.js';

/** What `rapport match` writes beside the list of pairs: enough to judge the result and to check it again. */
export interface MatchReport {
  readonly format: 'rapport-match-report';
  readonly formatVersion: 2;
  /** In `feasiblePairs` the pairs that may be made at all. */
  readonly quality: MatchQuality & { readonly feasiblePairs: number };
  readonly settings: MatchSettings;
  readonly input: {
    /** SHA-256 over people, settings and versions. */
    readonly hash: string;
    readonly mentors: number;
    readonly mentees: number;
    readonly skippedRows: number;
    readonly versions: TableVersions;
  };
  /** What mentees asked for, the first wish of each first. */
  readonly wishes: readonly PairOfIds[];
  readonly pairs: readonly AssignedPair[];
  /** How many pairs there were in the earlier round, and how many of them stay; null without an earlier round. */
  readonly earlier: EarlierStay | null;
  readonly certificate: Certificate;
  readonly unmatchedMentees: Leftovers['mentees'];
  readonly mentorsWithPlaces: Leftovers['mentors'];
  readonly problems: readonly FileProblem[];
}

/** What became of the pairs of an earlier round. */
export interface EarlierStay {
  readonly pairs: number;
  readonly kept: number;
}

/** Counts the pairs of an earlier round that stay; null without an earlier round. */
export function earlierStay({ published }: MatchSettings, made: readonly AssignedPair[]): EarlierStay | null {
  if (published === undefined) return null;
  const keyOf = ({ menteeId, mentorId }: PairOfIds): string => JSON.stringify([menteeId, mentorId]);
  const earlier = new Set(published.pairs.map(keyOf));
  return { pairs: earlier.size, kept: made.filter((pair) => earlier.has(keyOf(pair))).length };
}

/** The text of a report; the same report gives the same bytes. */
export function reportText(report: MatchReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
