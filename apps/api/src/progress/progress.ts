import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel';

/** What can be followed: a run, an import, or the mails of a publication (by the id of its run). */
export type ProgressKind = 'run' | 'import' | 'publication';

/** One thing to be followed. */
export interface ProgressTarget {
  readonly kind: ProgressKind;
  readonly id: string;
  readonly programId: string;
}

/** Where something stands. */
export interface ProgressState {
  /** The same in every process for the same state, so that a client may go on anywhere. */
  readonly eventId: string;
  /** Nothing more will happen unless somebody asks for it. */
  readonly final: boolean;
  /** Of one line. */
  readonly json: string;
}

const RESTING: Readonly<Record<ProgressKind, readonly string[]>> = {
  run: ['succeeded', 'failed', 'cancelled'],
  import: ['previewed', 'applied', 'failed'],
  publication: ['done', 'withdrawn'],
};

/** The state that a client is told. @param data what was read; `state` decides whether it is the last */
export function toProgressState(kind: ProgressKind, data: { readonly state: string }): ProgressState {
  const json = canonicalJson(data);
  return {
    eventId: createHash('sha256').update(json).digest('hex').slice(0, 16),
    final: RESTING[kind].includes(data.state),
    json,
  };
}

/** Under which it is asked for and kept. */
export function progressKey({ kind, id }: Pick<ProgressTarget, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
