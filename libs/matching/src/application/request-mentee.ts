import { NotAllowedError } from '#http';
import { ownParticipation, type ProgramActor } from '#programs';

/** The actor's participation as a mentee. @throws NotAllowedError */
export function menteeOf(actor: ProgramActor): string {
  const own = ownParticipation(actor, 'mentee');
  if (own === null)
    throw new NotAllowedError('Only mentees ask mentors. Join this program as a mentee first.');
  return own.id;
}
