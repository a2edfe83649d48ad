import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { NewMentorship, StartOptions, StartOutcome } from './new-mentorship.js';
import type { Side } from './proposal.view.js';
import { ProgramTerms } from './program-terms.js';
import { StartMentorships } from './start-mentorships.js';

/** Who is asked, and how long they have. */
export interface ProposalTerms {
  readonly sides: readonly Side[];
  readonly withinWorkingDays: number;
}

/**
 * Proposes mentorships in the caller's transaction: each holds its place, and starts once everybody who is asked has said
 * yes. Who can be proposed is decided as for those that start at once.
 */
@Injectable()
export class ProposeMentorships {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly terms: ProgramTerms,
    private readonly start: StartMentorships,
  ) {}

  /** @throws MentorFullError, MenteeHasMentorError, AlreadyPairedError, PersonNotAvailableError unless `skipRefused` */
  async execute(
    rows: readonly NewMentorship[],
    options: StartOptions,
    { sides, withinWorkingDays }: ProposalTerms,
  ): Promise<StartOutcome> {
    return this.db.transaction(async () => {
      const proposed = rows.map((row) => ({ ...row, state: 'proposed' as const }));
      const outcome = await this.start.execute(proposed, { ...options, silent: true });
      const ids = outcome.started.map(({ id }) => id);
      const { answerTimes } = await this.terms.get(options.programId);
      const { answerBy, remindAt } = answerTimes(this.clock.now(), withinWorkingDays);
      await this.db.query(
        `INSERT INTO mentorship_confirmation (mentorship_id, side, answer_by)
         SELECT id, side, $3 FROM unnest($1::uuid[]) AS m(id) CROSS JOIN unnest($2::text[]) AS s(side)`,
        [ids, sides, answerBy],
      );
      await this.announce(ids, options.programId, { answerBy, remindAt });
      return outcome;
    });
  }

  private async announce(
    ids: readonly string[],
    programId: string,
    { answerBy, remindAt }: { readonly answerBy: Date; readonly remindAt: Date },
  ): Promise<void> {
    const times = [
      { type: 'mentorship.proposed.v1', due: {} },
      { type: 'mentorship.answer-reminder-due.v1', due: { dueAt: remindAt } },
      { type: 'mentorship.answer-due.v1', due: { dueAt: answerBy } },
    ] as const;
    await this.outbox.append(
      ...times.flatMap(({ type, due }) =>
        ids.map((id) => ({
          type,
          payload: { mentorshipId: id },
          programId,
          subjectId: id,
          subjectVersion: 1,
          dedupeKey: `${type.replace('.v1', '')}:${id}`,
          ...due,
        })),
      ),
    );
  }
}
