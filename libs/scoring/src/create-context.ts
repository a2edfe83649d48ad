import { overlapOfPrepared, prepareAvailability, timeZoneGapHours } from '#availability';
import type { PreparedAvailability, Term } from '#availability';
import type { Taxonomy } from '#skills';
import type { ManagerOf, PairIds, PairPredicate, ScoringContext } from './context.js';
import { factsOfMentee, factsOfMentor } from './facts.js';
import type { FieldSpec } from './pair-rules/subjects.js';
import type { MenteeProfile, MentorProfile, PersonProfile } from './profile.js';
import { reportingLine } from './reporting-line.js';
import type { Rules } from './rules.js';
import { DEFAULT_RULES } from './rules.js';
import type { Weights } from './weights.js';
import { countingFields, DEFAULT_WEIGHTS } from './weights.js';

/** What a program may say about its scoring; everything but the taxonomy and the term has a default. */
export interface ScoringSettings {
  readonly taxonomy: Taxonomy;
  readonly term: Term;
  readonly weights?: Weights;
  readonly rules?: Partial<Rules>;
  /** Fields of the program; those with a weight count. */
  readonly fields?: readonly FieldSpec[];
  /** Weekly minutes in common that earn the full points (default 60: one meeting fits every week). */
  readonly neededWeeklyMinutes?: number;
  /** Pairs by name; much faster for many people than the functions below, and both count. */
  readonly blockedPairs?: readonly PairIds[];
  readonly forbiddenPairs?: readonly PairIds[];
  readonly earlierPairs?: readonly PairIds[];
  readonly isBlocked?: PairPredicate;
  readonly isForbidden?: PairPredicate;
  readonly wereEarlierPartners?: PairPredicate;
  /** Manager of anybody by `personKey`, for lines that run through people outside of the input. */
  readonly managerOf?: ManagerOf;
  readonly goalName?: (goalId: string) => string;
}

/** Whether a pair is in a list or a function says so. */
function either(pairs: readonly PairIds[], asked: PairPredicate | undefined): PairPredicate {
  const mentors = new Map<string, Set<string>>();
  for (const { menteeId, mentorId } of pairs) {
    const known = mentors.get(menteeId);
    if (known === undefined) mentors.set(menteeId, new Set([mentorId]));
    else known.add(mentorId);
  }
  return (mentee, mentor) =>
    mentors.get(mentee.id)?.has(mentor.id) === true || (asked?.(mentee, mentor) ?? false);
}

const plainName = (goalId: string): string => goalId.replace(/[_-]+/gu, ' ');

function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/**
 * Everything a score depends on, with availability prepared once a person.
 *
 * Make one for each run: it remembers profiles by object. Weights and rules are taken as they are;
 * check them with `validateWeights` and `validateRules` where they come in.
 *
 * @throws RangeError from the first score on when the term or a person's zone does not exist
 */
export function createScoringContext(settings: ScoringSettings): ScoringContext {
  const { taxonomy, term, isBlocked, isForbidden, wereEarlierPartners } = settings;
  const rules = { ...DEFAULT_RULES, ...settings.rules };
  const weights = settings.weights ?? DEFAULT_WEIGHTS;
  const listed = {
    blocked: settings.blockedPairs ?? [],
    forbidden: settings.forbiddenPairs ?? [],
    earlier: settings.earlierPairs ?? [],
  };
  const managerOf = settings.managerOf ?? (() => null);
  const availability = remembered<PersonProfile, PreparedAvailability>((person) =>
    prepareAvailability(person, term),
  );
  return {
    taxonomy,
    term,
    weights,
    rules,
    fields: countingFields(settings.fields ?? [], weights),
    neededWeeklyMinutes: Math.max(1, Math.trunc(settings.neededWeeklyMinutes ?? 60)),
    overlapMinutes: (mentee, mentor) => overlapOfPrepared(availability(mentee), availability(mentor)),
    zoneGapHours: (mentee, mentor) => timeZoneGapHours(mentee.timeZone, mentor.timeZone, term),
    menteeFacts: remembered<MenteeProfile, ReturnType<typeof factsOfMentee>>((who) =>
      factsOfMentee(who, taxonomy),
    ),
    mentorFacts: remembered<MentorProfile, ReturnType<typeof factsOfMentor>>((who) =>
      factsOfMentor(who, taxonomy),
    ),
    isBlocked: either(listed.blocked, isBlocked),
    isForbidden: either(listed.forbidden, isForbidden),
    wereEarlierPartners: either(listed.earlier, wereEarlierPartners),
    shareReportingLine: reportingLine(managerOf),
    listed,
    unlisted: [isBlocked, isForbidden, rules.excludeEarlierPartners ? wereEarlierPartners : undefined].filter(
      (asked) => asked !== undefined,
    ),
    managerOf,
    goalName: settings.goalName ?? plainName,
  };
}
