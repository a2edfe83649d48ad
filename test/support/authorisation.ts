import type { Access } from './authorisation.data.js';
import { type Persona, PERSONAS } from './program-world.js';

const BYSTANDERS: Readonly<Record<string, 'mentee' | 'mentor'>> = {
  otherMentee: 'mentee',
  otherMentor: 'mentor',
};
const OUTSIDERS: readonly Persona[] = ['stranger', 'otherOwner', 'platformAdmin'];

/** The statuses by which a person who may not is turned away; null for one who may. */
export function refusalsFor(access: Access, persona: Persona): readonly number[] | null {
  if (access === 'public') return null;
  if (persona === 'nobody') return [401];
  if (access === 'account') return null;
  if ('only' in access) return access.only.includes(persona) ? null : [403];
  if (OUTSIDERS.includes(persona)) return [404];
  const role = (BYSTANDERS[persona] ?? persona) as 'mentee';
  if (access.member?.includes(role) === true) return null;
  return access.own?.includes(role) === true && BYSTANDERS[persona] === undefined ? null : [403, 404];
}

/** Somebody who may call the operation. */
export function callerOf(access: Access): Persona {
  const found = PERSONAS.find((persona) => refusalsFor(access, persona) === null);
  if (found === undefined) throw new Error('Nobody may call this.');
  return found;
}
