import { Database } from '#database';
import { VersionConflictError } from '#http';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { RequestRepository } from '../persistence/request.repository.js';
import { MentorUnknownError } from '../matching.errors.js';
import {
  AlreadyAskedError,
  OwnMentorError,
  RequestStateError,
  TooManyDraftsError,
} from '../requests.errors.js';
import type { MentorChoice } from './ask-mentors.js';
import { ChangeRequest, type RequestRef } from './change-request.js';
import { REQUEST_DRAFTS_MAX, REQUEST_NOTE_MAX } from './request-limits.js';
import { menteeOf } from './request-mentee.js';
import { requestText } from './request-text.js';

const noteOf = (note: string): string =>
  note.trim() === '' ? '' : requestText('note', note, REQUEST_NOTE_MAX);

/** Keeps a request that is not handed in yet; nobody but the mentee sees it. */
@Injectable()
export class SaveRequestDraft {
  constructor(
    private readonly db: Database,
    private readonly requests: RequestRepository,
  ) {}

  /**
   * A draft to a mentor who can't be asked now may be kept for later.
   *
   * @returns its id
   * @throws AlreadyAskedError, MentorUnknownError, OwnMentorError, TooManyDraftsError, RequestTextError
   */
  async execute({ mentorId, note }: MentorChoice, actor: ProgramActor): Promise<string> {
    const { programId } = actor;
    const menteeId = menteeOf(actor);
    const text = noteOf(note);
    return this.db.transaction(async () => {
      await this.requests.lockPeople([menteeId]);
      const known = await this.requests.lockOf(menteeId);
      if (known.some((row) => row.mentorId === mentorId)) throw new AlreadyAskedError(mentorId);
      const mentor = (await this.requests.people(programId, [mentorId])).get(mentorId);
      if (mentor?.role !== 'mentor' || !mentor.confirmed) throw new MentorUnknownError();
      if (!['approved', 'active', 'paused'].includes(mentor.state)) throw new MentorUnknownError();
      if (mentor.account_id === actor.accountId) throw new OwnMentorError();
      if (known.filter(({ state }) => state === 'draft').length >= REQUEST_DRAFTS_MAX)
        throw new TooManyDraftsError(REQUEST_DRAFTS_MAX);
      const rank = Math.max(0, ...known.map((row) => row.rank)) + 1;
      const { id } = await this.requests.insert({ programId, menteeId, mentorId, rank, note: text });
      return id;
    });
  }
}

/** Changes the note of a draft. */
@Injectable()
export class EditRequestDraft {
  constructor(
    private readonly change: ChangeRequest,
    private readonly requests: RequestRepository,
  ) {}

  /** @throws VersionConflictError, RequestStateError, RequestTextError, RequestUnknownError, RequestNotYoursError */
  async execute(
    input: RequestRef & { readonly note: string; readonly version: number },
    actor: ProgramActor,
  ): Promise<void> {
    const note = noteOf(input.note);
    await this.change.execute(input, 'mentee', actor, async ({ row }) => {
      if (row.state !== 'draft') throw new RequestStateError(row.state);
      if (row.version !== input.version) throw new VersionConflictError();
      await this.requests.save(row, { note });
    });
  }
}

/** Deletes a draft for good; nobody else has seen it. */
@Injectable()
export class DeleteRequestDraft {
  constructor(
    private readonly change: ChangeRequest,
    private readonly requests: RequestRepository,
  ) {}

  /** @throws RequestStateError, RequestUnknownError, RequestNotYoursError */
  async execute(ref: RequestRef, actor: ProgramActor): Promise<void> {
    await this.change.execute(ref, 'mentee', actor, async ({ row }) => {
      if (row.state !== 'draft') throw new RequestStateError(row.state);
      await this.requests.delete(row);
    });
  }
}
