import type { ConfirmationView } from './proposal.view.js';

/** The partner, as the reader may see them. */
export interface PartnerView {
  readonly participationId: string;
  readonly name: string;
  readonly timeZone: string;
  /** Only for the pair itself while it is under way, and for admins. */
  readonly email: string | null;
}

/** A mentorship as its reader may see it. */
export interface MentorshipView {
  readonly id: string;
  readonly state: string;
  readonly source: string;
  readonly startedAt: Date;
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  /** Why it ended; null for whoever is not told. */
  readonly endReason: string | null;
  readonly mentor: PartnerView;
  readonly mentee: PartnerView;
  /** The reader's own side; null for admins. */
  readonly you: 'mentor' | 'mentee' | null;
  /** Content reasons for the reader's side; for admins those that the mentee reads. */
  readonly reasons: readonly string[];
  /** The answers to its proposal; null where nobody was asked. */
  readonly confirmation: ConfirmationView | null;
  readonly version: number;
}

/** How many mentorships of a program are in which state: all that a sponsor sees. */
export interface MentorshipCounts {
  readonly proposed: number;
  readonly active: number;
  readonly paused: number;
  readonly completed: number;
  readonly ended: number;
}
