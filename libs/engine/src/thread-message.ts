import type { EngineInput, TableVersions } from './engine-input.js';
import type { EngineOutcome } from './engine-report.js';

/** What a thread is given. */
export interface ThreadData {
  readonly input: EngineInput;
  readonly versions: TableVersions;
  readonly threads: number;
  readonly memoryMb: number;
}

/** What it says. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly percent: number; readonly stage: string }
  | { readonly kind: 'outcome'; readonly outcome: EngineOutcome };
