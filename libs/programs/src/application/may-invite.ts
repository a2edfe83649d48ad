import { NotAllowedError } from '#http';
import { ownParticipation, type ProgramActor, type ProgramRole } from '../program-actor.js';

/** Coordinators bring in mentors and mentees; whoever runs the program is an owner's choice. @throws NotAllowedError */
export function refuseUnlessMayInvite(role: ProgramRole, actor: ProgramActor): void {
  if (role === 'mentor' || role === 'mentee') return;
  if (ownParticipation(actor, 'owner') === null)
    throw new NotAllowedError('Only an owner of the program can give this role.');
}
