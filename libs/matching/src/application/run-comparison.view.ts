import type { NamedPerson } from './run.view.js';

/** One of two runs that are compared. */
export interface ComparedRun {
  readonly runId: string;
  readonly cohortId: string;
  readonly inputHash: string | null;
  readonly finishedAt: Date | null;
  /** Quality by figure; null where a figure was not taken. */
  readonly figures: Readonly<Record<string, number | null>>;
}

/** A setting in which two runs differ; null where one has none. */
export interface ChangedSetting {
  /** Like `weights.skills`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Two runs in figures. */
export interface RunComparison {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Whether both read the very same people, profiles and settings. */
  readonly sameInput: boolean;
  readonly settings: readonly ChangedSetting[];
  /** By figure, after less before; null where one of them is not known. */
  readonly differences: Readonly<Record<string, number | null>>;
  /** Pairs that are in both, in the first alone, and in the second alone. */
  readonly kept: number;
  readonly lost: number;
  readonly added: number;
}

/** Somebody with a score. */
export interface PartnerInRun extends NamedPerson {
  readonly score: number;
}

/** A mentee whose mentors differ between two runs. */
export interface ChangedMentee {
  readonly mentee: NamedPerson;
  readonly before: readonly PartnerInRun[];
  readonly after: readonly PartnerInRun[];
}
