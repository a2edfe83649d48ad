import type { MenteeDiagnosis, MentorDiagnosis, Relaxation } from '#assignment';
import { countedReasons, ruleInWords } from '#scoring';
import type { ReadinessProblem } from './cohort.view.js';

/** Why somebody who was enrolled took no part in the run. */
interface NotReady {
  readonly kind: 'not-ready';
  readonly reasons: readonly ReadinessProblem[];
}

/** Runs of earlier versions did not say what to lift for a mentor. */
type Stored =
  | (Pick<MenteeDiagnosis, 'cause' | 'relaxation'> & { readonly lift?: undefined })
  | (Pick<MentorDiagnosis, 'cause'> & {
      readonly relaxation?: undefined;
      readonly lift?: MentorDiagnosis['lift'];
    })
  | { readonly cause: NotReady; readonly relaxation: null; readonly lift?: undefined };

/** What the words about somebody left over depend on beside the diagnosis. */
export interface RunFacts {
  /** Names of mentors by participation. */
  readonly names: ReadonlyMap<string, string>;
  /** Mentors who got somebody in this run, as far as a diagnosis names them. */
  readonly paired: ReadonlySet<string>;
  /** Whether the run made any pair. */
  readonly madePairs: boolean;
}

const NOT_READY: Readonly<Record<ReadinessProblem, string>> = {
  'not-approved': 'is not approved yet',
  paused: 'is paused',
  away: 'is away for longer than a first meeting may wait',
  left: 'has left',
  'not-confirmed': 'has not confirmed the privacy notice',
  'not-claimed': 'has never signed in',
  'no-profile': 'has no profile yet',
  'no-free-place': 'has no free place',
  'has-mentor': 'has a mentor already',
  'no-skills-or-goals': 'names no skill and no goal',
  'no-availability': 'names no times that suit',
};

/** "is paused and has no profile yet". */
export function notReadyWords(reasons: readonly ReadinessProblem[]): string {
  return reasons.map((reason) => NOT_READY[reason]).join(' and ');
}

/** Ids of mentors that the words about a stored diagnosis name. */
export function mentorsNamedIn(diagnosis: object): string[] {
  const { relaxation } = diagnosis as Stored;
  return relaxation?.kind === 'more-places' ? [relaxation.mentorId] : [];
}

/** Ids of the mentors who would suit somebody best, as far as a stored diagnosis names them. */
export function nearestIn(diagnosis: object): string[] {
  const { cause } = diagnosis as Stored;
  return cause.kind === 'places-taken' ? cause.nearest.map(({ mentorId }) => mentorId) : [];
}

/** A stored diagnosis in one to three sentences for the admin. */
export function describeDiagnosis(role: 'mentor' | 'mentee', diagnosis: object, facts: RunFacts): string {
  const { cause, relaxation, lift } = diagnosis as Stored;
  const other = role === 'mentee' ? 'mentor' : 'mentee';
  switch (cause.kind) {
    case 'not-ready':
      return `Took no part in this run: ${notReadyWords(cause.reasons)}.`;
    case 'no-feasible-partner': {
      const counts = countedReasons(cause.excludedBy);
      if (counts === '')
        return `There was no ${other} to match with. Enrol ${other}s who are ready, and run again.`;
      const among = cause.examined === undefined ? '' : `of ${cause.examined} looked at, `;
      const help = helpOf(relaxation ?? null, facts.names) + helpOfLift(lift ?? null);
      return `The rules leave no ${other}: ${among}${counts}.${help}`;
    }
    case 'places-taken': {
      const many = cause.feasiblePartners === 1 ? '1 mentor suits' : `${cause.feasiblePartners} mentors suit`;
      const help = helpOf(relaxation ?? null, facts.names);
      if (noneHadPlaces(cause, facts)) return `${many}, but without a free place.${help}`;
      const how =
        cause.decidedBy === 'order'
          ? 'others stood before in the order of waiting'
          : 'others scored higher there';
      return `${many}, but all their places went: ${how}.${help}`;
    }
    case 'partners-placed':
      return cause.feasiblePartners === 1
        ? 'The 1 mentee who suits has a place elsewhere.'
        : `All ${cause.feasiblePartners} mentees who suit have places elsewhere.`;
  }
}

/** Nobody took what was not there: told only where all who suit are known to have got nobody. */
function noneHadPlaces(
  { nearest, feasiblePartners }: MenteeDiagnosis['cause'] & { readonly kind: 'places-taken' },
  { paired, madePairs }: RunFacts,
): boolean {
  const all = nearest.length === feasiblePartners || !madePairs;
  return all && nearest.every(({ mentorId }) => !paired.has(mentorId));
}

function helpOfLift(lift: MentorDiagnosis['lift']): string {
  if (lift === null) return '';
  return ` Without ${rulesInWords(lift)}, ${lift.mentees} would suit, ${lift.waiting} of them still without a mentor.`;
}

function rulesInWords({ rule, also }: { readonly rule: string; readonly also?: string }): string {
  return also === undefined
    ? `the rule on those who ${ruleInWords(rule)}`
    : `the rules on those who ${ruleInWords(rule)} and who ${ruleInWords(also)}`;
}

function helpOf(relaxation: Relaxation | null, names: ReadonlyMap<string, string>): string {
  if (relaxation === null) return '';
  if (relaxation.kind === 'lift-rule') {
    const { mentors, withFreePlaces } = relaxation;
    return ` Without ${rulesInWords(relaxation)}, ${mentors} would suit, ${withFreePlaces} of them with a free place.`;
  }
  const name = names.get(relaxation.mentorId) ?? 'one of them';
  const places = relaxation.places === 1 ? 'One more place' : `${relaxation.places} more places`;
  return ` ${places} at ${name} would help${relaxation.reserved ? ', kept by a lock' : ''}.`;
}
