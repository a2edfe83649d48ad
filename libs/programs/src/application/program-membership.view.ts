import type { OwnParticipation } from '../program-actor.js';

/** A program as somebody who takes part in it lists it. */
export interface ProgramMembership {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly timeZone: string;
  readonly participations: readonly OwnParticipation[];
}
