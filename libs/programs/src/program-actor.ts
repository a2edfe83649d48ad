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
  /** Of a coordinator: the only site that they see to. */
  readonly limitedToSite?: string | null;
}

/** States in which somebody takes part at present. */
export const LIVE_STATES: readonly ParticipationState[] = ['approved', 'active', 'paused'];

/** Somebody signed in, inside a program of which they are a member. */
export interface ProgramActor extends Actor {
  readonly programId: string;
  readonly participations: readonly OwnParticipation[];
  /**
   * The site to which a call of a limited coordinator is narrowed. The guard sets it once it knows that what the call
   * names is of that site; lists show no more than it. Without it such a coordinator is no admin.
   */
  readonly site?: string;
}

/** The actor's live participation in a role, or null. */
export function ownParticipation(actor: ProgramActor, role: ProgramRole): OwnParticipation | null {
  return actor.participations.find((own) => own.role === role && LIVE_STATES.includes(own.state)) ?? null;
}

/** The site to which a coordinator is limited; null for owners and for whoever sees to all. */
export function siteLimitOf(actor: Pick<ProgramActor, 'participations'>): string | null {
  const live = actor.participations.filter(({ state }) => LIVE_STATES.includes(state));
  if (live.some(({ role }) => role === 'owner')) return null;
  return live.find(({ role }) => role === 'coordinator')?.limitedToSite ?? null;
}

/** Whether the actor runs the program (owner or coordinator), or the part of it that the call is narrowed to. */
export function isAdmin(actor: ProgramActor): boolean {
  if (ownParticipation(actor, 'owner') !== null) return true;
  const limit = siteLimitOf(actor);
  return ownParticipation(actor, 'coordinator') !== null && (limit === null || limit === actor.site);
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
