import type {
  AssignmentProblem,
  AssignmentResult,
  DualPrices,
  ListStore,
  RowsChecked,
  RowsVerified,
} from '#assignment';
import type { PackedPeople } from '#scoring';
import type { ToExplain } from './explainer.js';

/** A problem as plain data: its scores come from the packed people. */
export type PlainProblem = Omit<AssignmentProblem, 'scoreRow' | 'scoreColumn'>;

/** Rows that are worked on at a time, `from … to − 1`: mentees, the rows of short lists, or pairs that were made. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Work on the rows of a problem that two threads can share. */
export type Task =
  | { readonly kind: 'lists'; readonly store: ListStore }
  | { readonly kind: 'check'; readonly prices: DualPrices }
  | { readonly kind: 'verify'; readonly result: AssignmentResult }
  | { readonly kind: 'explain'; readonly found: ToExplain };

/** What a task finds in one part. */
export interface Found {
  /** Lists are written to their store. */
  readonly lists: null;
  readonly check: RowsChecked;
  readonly verify: RowsVerified;
  /** The pairs as JSON. */
  readonly explain: string;
}

/** What the second thread is told. */
export type CrewOrder =
  | { readonly kind: 'problem'; readonly packed: PackedPeople; readonly problem: PlainProblem }
  | { readonly kind: 'task'; readonly task: Task; readonly parts: readonly Part[] };

/** What it answers: what it found, by the index of the part. Explanations are told to whoever started the threads. */
export type CrewAnswer = readonly (readonly [number, Found[Task['kind']]])[];

/** What both threads see: the next part that nobody has taken, and how many tasks the second thread has finished. */
export const NEXT_PART = 0;
export const FINISHED = 1;
/** Length of the shared counters. */
export const COUNTERS = 2;
