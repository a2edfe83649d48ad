import { isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ChangeMentorship } from './change-mentorship.js';

/** Ends a mentorship early, without fault, by either side or an admin. */
@Injectable()
export class EndMentorship {
  constructor(private readonly change: ChangeMentorship) {}

  /**
   * @param input `reason` is optional and read only by whoever gave it and the coordinator
   * @throws MentorshipUnknownError, MentorshipStateError
   */
  async execute(
    input: { readonly mentorshipId: string; readonly reason: string | null },
    actor: ProgramActor,
  ): Promise<void> {
    await this.change.execute(
      { ...input, programId: actor.programId, event: 'end', by: 'pair' },
      { accountId: actor.accountId, admin: isAdmin(actor), member: actor },
    );
  }
}

/** The planned closing of a mentorship, by either side or an admin. */
@Injectable()
export class CompleteMentorship {
  constructor(private readonly change: ChangeMentorship) {}

  /** @throws MentorshipUnknownError, MentorshipStateError */
  async execute(mentorshipId: string, actor: ProgramActor): Promise<void> {
    await this.change.execute(
      { mentorshipId, programId: actor.programId, event: 'complete', by: 'pair', reason: null },
      { accountId: actor.accountId, admin: isAdmin(actor), member: actor },
    );
  }
}
