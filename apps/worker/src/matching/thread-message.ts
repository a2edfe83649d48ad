import type { InputFault, MatchOutput } from '#matching';

/** What the thread of a match run says. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly percent: number; readonly stage: string }
  | { readonly kind: 'done'; readonly output: MatchOutput }
  | { readonly kind: 'refused'; readonly faults: readonly InputFault[] };
