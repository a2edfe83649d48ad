import { FreeRows } from '../free-rows.js';
import type { Ledger } from '../ledger.js';
import { Preferences } from '../stable/preferences.js';
import type { WantedPair } from './residual-graph.js';

/** For a stable matching: which of the two has somebody they would rather have. */
export interface PairPreference {
  /** Whether the mentee would rather have this mentor than who they got, or than nobody. */
  readonly menteeWants: boolean;
  /** Whether the mentor would rather have this mentee than the least of whom they got, or than a free place. */
  readonly mentorWants: boolean;
  /** Whom the mentee has. */
  readonly menteeHas: readonly string[];
  /** Whom the mentor has. */
  readonly mentorHas: readonly string[];
}

/** Who of the two keeps a stable matching from making their pair. */
export function pairPreference(ledger: Ledger, wanted: WantedPair): PairPreference {
  const { problem } = ledger;
  const preferences = new Preferences(problem);
  const rows = new FreeRows(problem);
  const row = rows.newRow();
  const menteeKeys = new Float64Array(row.length);
  const mentorKeys = new Float64Array(row.length);
  const keysOf = (mentee: number): void => {
    rows.read(mentee, row);
    preferences.ofMentee(mentee, row, menteeKeys);
    preferences.ofMentors(mentee, row, mentorKeys);
  };
  const given = [...(ledger.given[wanted.mentee] ?? [])];
  const held = ledger.given.flatMap((mentors, mentee) =>
    mentors.has(wanted.mentor) ? [{ mentee, locked: mentors.get(wanted.mentor)?.locked === true }] : [],
  );
  keysOf(wanted.mentee);
  const menteeKey = menteeKeys[wanted.mentor] as number;
  const mentorKey = mentorKeys[wanted.mentor] as number;
  const menteeWants =
    given.length < ledger.demandOf(wanted.mentee) ||
    given.some(([mentor, { locked }]) => !locked && (menteeKeys[mentor] as number) < menteeKey);
  const mentorWants =
    held.length < (problem.mentors[wanted.mentor]?.capacity ?? 0) ||
    held.some(({ mentee, locked }) => {
      if (locked) return false;
      keysOf(mentee);
      return (mentorKeys[wanted.mentor] as number) < mentorKey;
    });
  return {
    menteeWants,
    mentorWants,
    menteeHas: given.map(([mentor]) => problem.mentors[mentor]?.id ?? ''),
    mentorHas: held.map(({ mentee }) => problem.mentees[mentee]?.id ?? ''),
  };
}
