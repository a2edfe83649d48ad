import type { Actor } from '#accounts';

/** Roles of a participation. */
export type ProgramRole = 'mentee' | 'mentor' | 'owner' | 'coordinator' | 'sponsor';

/** States of a participation. */
export type ParticipationState =
  'invited' | 'applied' | 'approved' | 'active' | 'paused' | 'left' | 'declined';

/** One of the actor's own participations in the program at hand. */
export interface OwnParticipation {
  readonly id: string;
  readonly role: ProgramRole;
  readonly state: ParticipationState;
}

/** States in which somebody takes part at present. */
export const LIVE_STATES: readonly ParticipationState[] = ['approved', 'active', 'paused'];

/** Somebody signed in, inside a program of which they are a member. */
export interface ProgramActor extends Actor {
  readonly programId: string;
  readonly participations: readonly OwnParticipation[];
}

/** The actor's live participation in a role, or null. */
export function ownParticipation(actor: ProgramActor, role: ProgramRole): OwnParticipation | null {
  return actor.participations.find((own) => own.role === role && LIVE_STATES.includes(own.state)) ?? null;
}

/** Whether the actor runs the program (owner or coordinator). */
export function isAdmin(actor: ProgramActor): boolean {
  return ownParticipation(actor, 'owner') !== null || ownParticipation(actor, 'coordinator') !== null;
}

/**
 * Whether other participants may see somebody: taking part at present, and informed about privacy, by their own
 * confirmation or by the organisation.
 */
export function isVisible(
  person: { readonly state: ParticipationState; readonly privacyConfirmedAt: Date | null },
  settings: { readonly organisationInformsPeople: boolean },
): boolean {
  const informed = person.privacyConfirmedAt !== null || settings.organisationInformsPeople;
  return informed && LIVE_STATES.includes(person.state);
}
