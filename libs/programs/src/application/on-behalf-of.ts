import { NotAllowedError } from '#http';
import { isAdmin, type ProgramActor } from '../program-actor.js';

/** Somebody who does what is a person's own: that person, or an admin in the place of `onBehalfOf`. */
export interface ActingMember extends ProgramActor {
  /** Participation in whose place they act; null for their own. */
  readonly onBehalfOf: string | null;
}

/** Only whoever runs the program acts in somebody's place. @throws NotAllowedError */
export function refuseUnlessMayStandIn(actor: ActingMember): void {
  if (actor.onBehalfOf !== null && !isAdmin(actor))
    throw new NotAllowedError('Only whoever runs the program can do this in somebody’s place.');
}
