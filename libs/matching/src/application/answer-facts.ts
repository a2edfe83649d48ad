import type { MenteeDiagnosis, MentorDiagnosis } from '#assignment';
import type { ReadinessProblem } from './cohort.view.js';

/**
 * Why somebody has no partner, as they may know it:
 *
 * - `places-taken`: mentors suit, their places went
 * - `partners-placed`: mentees suit, all of them have found a place
 * - `nobody-suits`: nobody covers it under the rules of the round; `nobody-there`: nobody was there to choose from
 * - `match-open`: a match is being considered still; `match-fell-through`: one was, and does not come about
 * - `not-ready`: something of their own was missing; `no-place`: a mentor who offers no place at present
 * - `joined-late`: they were not there yet when the round was computed
 */
export type AnswerWhy =
  | 'places-taken'
  | 'partners-placed'
  | 'nobody-suits'
  | 'nobody-there'
  | 'match-open'
  | 'match-fell-through'
  | 'not-ready'
  | 'no-place'
  | 'joined-late';

/** What the person could do so that more opens. */
export type AnswerHelp =
  | 'skills-or-goals'
  | 'times'
  | 'languages'
  | 'places'
  | 'profile'
  | 'privacy-notice'
  | 'resume'
  | 'come-back'
  | 'await-approval';

/** What an answer says. Never a score, a rule about other people, a wish or a veto. */
export interface AnswerFacts {
  readonly why: AnswerWhy;
  /** How many of the other side cover what was asked for; null where that is not known. */
  readonly suitable: number | null;
  readonly help: readonly AnswerHelp[];
  /** A mentor who goes on with mentees of before. */
  readonly hasPartners: boolean;
}

/** What is known of somebody without a partner. */
export interface Unpartnered {
  readonly role: 'mentee' | 'mentor';
  /** As the run stored it; null for somebody whom it did not leave over. */
  readonly diagnosis: object | null;
  /** Whether the run had a pair for them that is not published: still open, or not any more. */
  readonly pair: 'open' | 'gone' | null;
  readonly freePlaces: number;
  readonly live: number;
}

type Cause =
  | MenteeDiagnosis['cause']
  | MentorDiagnosis['cause']
  | { readonly kind: 'not-ready'; readonly reasons: readonly ReadinessProblem[] };

/** Rules that somebody can do something about; all others concern nobody who reads an answer. */
const HELP_BY_RULE: Readonly<Record<string, AnswerHelp>> = {
  'no-common-ground': 'skills-or-goals',
  'below-minimum': 'skills-or-goals',
  'too-little-overlap': 'times',
  'no-shared-language': 'languages',
};

const HELP_BY_REASON: Readonly<Partial<Record<ReadinessProblem, AnswerHelp>>> = {
  'not-approved': 'await-approval',
  paused: 'resume',
  away: 'come-back',
  'not-confirmed': 'privacy-notice',
  'no-profile': 'profile',
};

/** What somebody without a partner is told. */
export function answerFactsOf(person: Unpartnered): AnswerFacts {
  const hasPartners = person.live > 0;
  const say = (why: AnswerWhy, suitable: number | null, help: readonly AnswerHelp[]): AnswerFacts => ({
    why,
    suitable,
    help: [...new Set(help)],
    hasPartners,
  });
  if (person.pair !== null)
    return say(person.pair === 'open' ? 'match-open' : 'match-fell-through', null, []);
  if (person.role === 'mentor' && person.freePlaces === 0) return say('no-place', null, ['places']);
  if (person.diagnosis === null) return say('joined-late', null, []);
  const { cause } = person.diagnosis as { readonly cause: Cause };
  switch (cause.kind) {
    case 'not-ready':
      return say(
        'not-ready',
        null,
        cause.reasons.flatMap((reason) => HELP_BY_REASON[reason] ?? []),
      );
    case 'places-taken':
      return say('places-taken', cause.feasiblePartners, ['skills-or-goals', 'times']);
    case 'partners-placed':
      return say('partners-placed', cause.feasiblePartners, []);
    case 'no-feasible-partner':
      return cause.excludedBy.length === 0
        ? say('nobody-there', 0, [])
        : say(
            'nobody-suits',
            0,
            cause.excludedBy.flatMap(({ rule }) => HELP_BY_RULE[rule] ?? []),
          );
  }
}
