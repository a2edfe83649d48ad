import type { PairPredicate } from './context.js';
import type { PersonProfile } from './profile.js';

type ManagerOf = (personKey: string) => string | null;

// Longer than any real line; ends a line that was entered as a circle.
const LONGEST_LINE = 50;

function isAbove(boss: PersonProfile, person: PersonProfile, managerOf: ManagerOf): boolean {
  let key = person.managerKey ?? managerOf(person.personKey);
  for (let step = 0; step < LONGEST_LINE && key !== null && key !== ''; step += 1) {
    if (key === boss.personKey) return true;
    key = managerOf(key);
  }
  return false;
}

/** Whether one of two people is the other's manager, directly or, as far as `managerOf` knows, further up. */
export function reportingLine(managerOf: ManagerOf = () => null): PairPredicate {
  return (mentee, mentor) => isAbove(mentor, mentee, managerOf) || isAbove(mentee, mentor, managerOf);
}
