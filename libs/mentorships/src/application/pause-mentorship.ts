import { isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ChangeMentorship } from './change-mentorship.js';

/** Lets a mentorship rest; it keeps its place. */
@Injectable()
export class PauseMentorship {
  constructor(private readonly change: ChangeMentorship) {}

  /** @throws MentorshipUnknownError, MentorshipStateError */
  async execute(mentorshipId: string, actor: ProgramActor): Promise<void> {
    await this.change.execute(
      { mentorshipId, programId: actor.programId, event: 'pause', by: 'pair', reason: null },
      { accountId: actor.accountId, admin: isAdmin(actor), member: actor },
    );
  }
}

/** Goes on after a pause. */
@Injectable()
export class ResumeMentorship {
  constructor(private readonly change: ChangeMentorship) {}

  /** @throws MentorshipUnknownError, MentorshipStateError */
  async execute(mentorshipId: string, actor: ProgramActor): Promise<void> {
    await this.change.execute(
      { mentorshipId, programId: actor.programId, event: 'resume', by: 'pair', reason: null },
      { accountId: actor.accountId, admin: isAdmin(actor), member: actor },
    );
  }
}
