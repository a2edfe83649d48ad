import type { ProgramRole } from '../program-actor.js';
import type { ProgramSettings } from '../settings/program-settings.js';

/** Whether an admin looks at somebody who comes unasked in this role; roles that run a program always need an owner. */
export function needsApproval(
  role: ProgramRole,
  settings: Pick<ProgramSettings, 'approveMentors' | 'approveMentees'>,
): boolean {
  if (role === 'mentor') return settings.approveMentors;
  return role === 'mentee' ? settings.approveMentees : true;
}
