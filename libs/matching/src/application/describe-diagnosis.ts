import type { MenteeDiagnosis, MentorDiagnosis, Relaxation } from '#assignment';
import { countedReasons, ruleInWords } from '#scoring';
import type { ReadinessProblem } from './cohort.view.js';

/** Why somebody who was enrolled took no part in the run. */
interface NotReady {
  readonly kind: 'not-ready';
  readonly reasons: readonly ReadinessProblem[];
}

type Stored =
  | Pick<MenteeDiagnosis, 'cause' | 'relaxation'>
  | (Pick<MentorDiagnosis, 'cause'> & { readonly relaxation?: undefined })
  | { readonly cause: NotReady; readonly relaxation: null };

const NOT_READY: Readonly<Record<ReadinessProblem, string>> = {
  'not-approved': 'is not approved yet',
  paused: 'is paused',
  away: 'is away for longer than a first meeting may wait',
  left: 'has left',
  'not-confirmed': 'has not confirmed the privacy notice',
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

/**
 * A stored diagnosis in one to three sentences for the admin.
 *
 * @param names of mentors by participation
 */
export function describeDiagnosis(
  role: 'mentor' | 'mentee',
  diagnosis: object,
  names: ReadonlyMap<string, string>,
): string {
  const { cause, relaxation } = diagnosis as Stored;
  const other = role === 'mentee' ? 'mentor' : 'mentee';
  switch (cause.kind) {
    case 'not-ready':
      return `Took no part in this run: ${notReadyWords(cause.reasons)}.`;
    case 'no-feasible-partner': {
      const counts = countedReasons(cause.excludedBy);
      const why = counts === '' ? 'nobody is there on the other side' : counts;
      const among = cause.examined === undefined ? '' : `of ${cause.examined} looked at, `;
      return `The rules leave no ${other}: ${among}${why}.${helpOf(relaxation ?? null, names)}`;
    }
    case 'places-taken': {
      const many = cause.feasiblePartners === 1 ? '1 mentor suits' : `${cause.feasiblePartners} mentors suit`;
      const how =
        cause.decidedBy === 'order'
          ? 'others stood before in the order of waiting'
          : 'others scored higher there';
      return `${many}, but all their places went: ${how}.${helpOf(relaxation ?? null, names)}`;
    }
    case 'partners-placed':
      return cause.feasiblePartners === 1
        ? 'The 1 mentee who suits has a place elsewhere.'
        : `All ${cause.feasiblePartners} mentees who suit have places elsewhere.`;
  }
}

function helpOf(relaxation: Relaxation | null, names: ReadonlyMap<string, string>): string {
  if (relaxation === null) return '';
  if (relaxation.kind === 'lift-rule') {
    const { rule, also, mentors, withFreePlaces } = relaxation;
    const rules =
      also === undefined
        ? `the rule on those who ${ruleInWords(rule)}`
        : `the rules on those who ${ruleInWords(rule)} and who ${ruleInWords(also)}`;
    return ` Without ${rules}, ${mentors} would suit, ${withFreePlaces} of them with a free place.`;
  }
  const name = names.get(relaxation.mentorId) ?? 'one of them';
  const places = relaxation.places === 1 ? 'One more place' : `${relaxation.places} more places`;
  return ` ${places} at ${name} would help${relaxation.reserved ? ', kept by a lock' : ''}.`;
}
