import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { ChangeMentorship } from './change-mentorship.js';
import { ProgramTerms } from './program-terms.js';

/** What the end reason of a release is called. */
export const RELEASED = 'released';

/** How long the coordinator has to find another mentor before the mentee is told. */
const NOTICE_WORKING_DAYS = 3;

/** What is released. */
export interface ReleaseMentorshipInput {
  readonly mentorshipId: string;
  /** Null for a link by mail, which names the mentorship itself. */
  readonly programId: string | null;
}

/** "I can't take this on now": the mentor hands the mentee back, in the application or from a mail. */
@Injectable()
export class ReleaseMentorship {
  constructor(
    private readonly change: ChangeMentorship,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly terms: ProgramTerms,
  ) {}

  /** @throws MentorshipUnknownError, MentorshipNotYoursError, MentorshipStateError */
  async execute(input: ReleaseMentorshipInput, actor: { readonly accountId: string }): Promise<void> {
    const changer = { accountId: actor.accountId, admin: false };
    await this.change.execute(
      { ...input, event: 'release', by: 'mentor-only', reason: RELEASED },
      changer,
      async ({ id, version, program_id: programId }) => {
        const terms = await this.terms.get(programId);
        const about = {
          payload: { mentorshipId: id },
          programId,
          subjectId: id,
          subjectVersion: version,
        };
        await this.outbox.append(
          { ...about, type: 'mentorship.released.v1', dedupeKey: `mentorship.released:${id}` },
          {
            ...about,
            type: 'mentorship.release-notice-due.v1',
            dedupeKey: `mentorship.release-notice-due:${id}`,
            dueAt: terms.workingDaysAfter(this.clock.now(), NOTICE_WORKING_DAYS),
          },
        );
      },
    );
  }
}
