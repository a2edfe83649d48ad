import type { ReadinessProblem } from './cohort.view.js';

/** How many of a role are ready. Somebody may have several reasons. */
export interface RoleReadiness {
  readonly ready: number;
  readonly notReady: number;
  /** The most frequent first. */
  readonly reasons: readonly { readonly reason: ReadinessProblem; readonly people: number }[];
}

/** How ready a round is for a run. */
export interface ReadinessView {
  readonly mentors: RoleReadiness;
  readonly mentees: RoleReadiness;
  /** Whole per cent of the mentors enrolled; 0 where there is none. */
  readonly readyMentorsPercent: number;
  /** What the round asks for before a run starts; null for nothing. */
  readonly neededMentorsPercent: number | null;
  readonly runMayStart: boolean;
}

/** Somebody enrolled who is not ready. */
export interface UnreadyPersonView {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly name: string;
  readonly reasons: readonly ReadinessProblem[];
}
