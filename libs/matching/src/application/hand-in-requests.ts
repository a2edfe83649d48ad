import { Clock } from '#kernel';
import { MenteeHasMentorError } from '#mentorships';
import { Injectable } from '@nestjs/common';
import type { RequestEntity } from '../persistence/request.entity.js';
import { RequestRepository } from '../persistence/request.repository.js';
import type { RequestPersonRow } from '../persistence/request.rows.js';
import { MentorUnknownError } from '../matching.errors.js';
import {
  AlreadyAskedError,
  MenteeNotActiveError,
  OwnMentorError,
  TooManyChoicesError,
} from '../requests.errors.js';
import { AdvanceRequests } from './advance-requests.js';
import { ChangeRequest } from './change-request.js';
import { obstacleTo, tooManyFor } from './request-obstacles.js';
import { ReadRequestTerms } from './request-terms.js';

/** Choices of one mentee, in their order. */
export interface HandIn {
  readonly programId: string;
  readonly menteeId: string;
  readonly choices: readonly { readonly mentorId: string; readonly note: string }[];
}

/** Puts choices at the end of a mentee's queue and asks as many mentors at once as the program allows. */
@Injectable()
export class HandInRequests {
  constructor(
    private readonly clock: Clock,
    private readonly requests: RequestRepository,
    private readonly terms: ReadRequestTerms,
    private readonly change: ChangeRequest,
    private readonly advance: AdvanceRequests,
  ) {}

  /**
   * In the caller's transaction.
   *
   * @returns ids of the requests, in the order of the choices
   * @throws MenteeNotActiveError, MenteeHasMentorError, TooManyChoicesError, AlreadyAskedError, OwnMentorError,
   *   MentorUnknownError, MentorNotTakingRequestsError, MentorFullError
   */
  async execute({ programId, menteeId, choices }: HandIn): Promise<string[]> {
    const mentorIds = choices.map(({ mentorId }) => mentorId);
    await this.requests.lockPeople([menteeId, ...mentorIds]);
    const known = await this.requests.lockOf(menteeId);
    const open = known.filter(({ state }) => state !== 'draft');
    const terms = await this.terms.execute(programId);
    const people = await this.requests.people(programId, [menteeId, ...mentorIds]);
    await this.checkMentee(menteeId, people);
    refuseRepeats(mentorIds, open);
    const { rankedChoices } = terms.settings;
    if (open.length + choices.length > rankedChoices) throw new TooManyChoicesError(rankedChoices);
    for (const mentorId of mentorIds) {
      const mentor = people.get(mentorId);
      if (mentor === undefined) throw new MentorUnknownError();
      if (mentor.account_id === people.get(menteeId)?.account_id) throw new OwnMentorError();
      const obstacle = obstacleTo(mentorId, mentor, terms, this.clock.now()) ?? tooManyFor(mentor, terms);
      if (obstacle !== null) throw obstacle;
    }
    const lastRank = Math.max(0, ...open.map(({ rank }) => rank));
    const ids: string[] = [];
    for (const [at, { mentorId, note }] of choices.entries()) {
      const draft = known.find((row) => row.state === 'draft' && row.mentorId === mentorId);
      const rank = lastRank + at + 1;
      const row = draft ?? (await this.requests.insert({ programId, menteeId, mentorId, rank, note }));
      await this.change.move(row, 'queue', { rank, note });
      ids.push(row.id);
    }
    await this.advance.execute(programId, menteeId);
    return ids;
  }

  private async checkMentee(menteeId: string, people: ReadonlyMap<string, RequestPersonRow>): Promise<void> {
    if (!['approved', 'active'].includes(people.get(menteeId)?.state ?? '')) throw new MenteeNotActiveError();
    if (await this.requests.hasMentor(menteeId)) throw new MenteeHasMentorError();
  }
}

function refuseRepeats(mentorIds: readonly string[], open: readonly RequestEntity[]): void {
  const asked = new Set(open.map(({ mentorId }) => mentorId));
  for (const mentorId of mentorIds) {
    if (asked.has(mentorId)) throw new AlreadyAskedError(mentorId);
    asked.add(mentorId);
  }
}
