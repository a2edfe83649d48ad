import type { NamedPerson } from './run.view.js';

/** A note of an admin. */
export interface RunNoteView {
  readonly id: string;
  /** The pair that it is about; null for the run. */
  readonly pair: { readonly mentee: NamedPerson; readonly mentor: NamedPerson } | null;
  readonly text: string;
  /** Name of the writer, and whether that is the reader: nobody else may edit it. */
  readonly by: string;
  readonly yours: boolean;
  readonly writtenAt: Date;
  readonly editedAt: Date | null;
  readonly version: number;
}

/** What can happen to a run. */
export const HISTORY_KINDS = [
  'requested',
  'cancel-requested',
  'ended',
  'decided',
  'made-by-hand',
  'noted',
  'published',
  'withdrawn',
  'next-best',
  'not-confirmed',
] as const;

/** One thing that happened to a run. */
export interface RunHistoryEntry {
  readonly kind: (typeof HISTORY_KINDS)[number];
  readonly at: Date;
  /** Name of the admin; null for what happened by itself, or what participants did. */
  readonly by: string | null;
  /** How it ended, what was decided, or why a proposal came to nothing; null where the kind says all. */
  readonly detail: string | null;
  /** Pairs that it is about; null where it is about the run. */
  readonly pairs: number | null;
}
