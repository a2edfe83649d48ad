import type { ManagerOf, PairPredicate } from './context.js';
import type { PersonProfile } from './profile.js';

// Longer than any real line; ends a line that was entered as a circle.
const LONGEST_LINE = 50;

/** Everybody above a person by `personKey`, the manager first. */
export function* lineAbove(person: PersonProfile, managerOf: ManagerOf): Generator<string> {
  let key = person.managerKey ?? managerOf(person.personKey);
  for (let step = 0; step < LONGEST_LINE && key !== null && key !== ''; step += 1) {
    yield key;
    key = managerOf(key);
  }
}

function isAbove(boss: PersonProfile, person: PersonProfile, managerOf: ManagerOf): boolean {
  for (const key of lineAbove(person, managerOf)) if (key === boss.personKey) return true;
  return false;
}

/** Whether one of two people is the other's manager, directly or, as far as `managerOf` knows, further up. */
export function reportingLine(managerOf: ManagerOf): PairPredicate {
  return (mentee, mentor) => isAbove(mentor, mentee, managerOf) || isAbove(mentee, mentor, managerOf);
}
