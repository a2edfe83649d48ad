import { Database } from '#database';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { HandInRequests } from './hand-in-requests.js';
import { REQUEST_NOTE_MAX } from './request-limits.js';
import { menteeOf } from './request-mentee.js';
import { requestText } from './request-text.js';

/** A mentor that a mentee chooses. */
export interface MentorChoice {
  /** Participation of the mentor. */
  readonly mentorId: string;
  /** What I want to change, what I tried, why you: 1 to 600 characters. */
  readonly note: string;
}

/** A mentee asks mentors, the dearest first; they come after those asked before. All of them, or none. */
@Injectable()
export class AskMentors {
  constructor(
    private readonly db: Database,
    private readonly handIn: HandInRequests,
  ) {}

  /**
   * A draft to one of them is handed in with the new note.
   *
   * @returns ids of the requests, in the order of the choices
   * @throws RequestTextError, and whatever `HandInRequests` throws
   */
  async execute(choices: readonly MentorChoice[], actor: ProgramActor): Promise<string[]> {
    const menteeId = menteeOf(actor);
    const noted = choices.map(({ mentorId, note }, at) => ({
      mentorId,
      note: requestText(`choices.${at}.note`, note, REQUEST_NOTE_MAX),
    }));
    return this.db.transaction(() =>
      this.handIn.execute({ programId: actor.programId, menteeId, choices: noted }),
    );
  }
}
