import type { DomainError } from '#kernel';
import { MentorFullError } from '#mentorships';
import type { RequestPersonRow } from '../persistence/request.rows.js';
import { MentorUnknownError } from '../matching.errors.js';
import { MentorNotTakingRequestsError } from '../requests.errors.js';
import type { RequestTerms } from './request-terms.js';

const SHOWN: readonly string[] = ['approved', 'active', 'paused'];

/** Why a mentor can't be asked at present, or null. @param person null when the program has no such participation */
export function obstacleTo(
  mentorId: string,
  person: RequestPersonRow | null,
  terms: RequestTerms,
  now: Date,
): DomainError | null {
  if (person?.role !== 'mentor' || !person.confirmed || !SHOWN.includes(person.state))
    return new MentorUnknownError();
  if (person.state === 'paused') return new MentorNotTakingRequestsError('paused', person, null);
  if (person.away_until !== null && person.away_until > terms.timesFrom(now).answerBy)
    return new MentorNotTakingRequestsError('away', person, terms.inWords(person.away_until));
  if (person.free_places <= 0) return new MentorFullError([mentorId]);
  return null;
}

/** Why a mentor can't get one more request, or null. */
export function tooManyFor(person: RequestPersonRow, terms: RequestTerms): DomainError | null {
  if (person.open_requests < person.free_places * terms.settings.openRequestsPerPlace) return null;
  const until = person.next_answer_by;
  return new MentorNotTakingRequestsError('enough', person, until === null ? null : terms.inWords(until));
}
