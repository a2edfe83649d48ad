import { Database } from '#database';
import { Clock } from '#kernel';
import { mentorshipMachine, type MentorshipState } from '#lifecycle';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { MentorshipUnknownError, ProposalClosedError } from '../mentorships.errors.js';
import type { ConfirmationRow, MentorshipRow } from '../persistence/mentorship.rows.js';
import { LockMentorship } from './lock-mentorship.js';
import { ProgramTerms } from './program-terms.js';
import type { Side } from './proposal.view.js';

/** What the end reason of a proposal is called to which somebody said no. */
export const DECLINED = 'declined';
/** … or nothing until the deadline. */
export const UNANSWERED = 'unanswered';

/** … or when one of the two stopped taking part. */
export const STOPPED = 'stopped';

/** Which proposal. */
export interface ProposalRef {
  readonly mentorshipId: string;
  /** Null for a link by mail, which names the mentorship itself. */
  readonly programId: string | null;
}

/** A mentorship that is locked, with the answers to its proposal. */
export interface LockedProposal {
  readonly row: MentorshipRow;
  readonly answers: readonly ConfirmationRow[];
}

/** Locks proposals, starts and ends them, with the word that follows from it; in the caller's transaction. */
@Injectable()
export class ChangeProposal {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly lockMentorship: LockMentorship,
    private readonly terms: ProgramTerms,
  ) {}

  /** @throws MentorshipUnknownError */
  async lock(ref: ProposalRef): Promise<LockedProposal> {
    const row = await this.lockMentorship.execute(ref);
    // A new statement sees what others answered while this one waited for the lock.
    const answers = await this.db.query<ConfirmationRow>(
      `SELECT side, answer FROM mentorship_confirmation WHERE mentorship_id = $1 ORDER BY side`,
      [row.id],
    );
    return { row, answers };
  }

  /**
   * The side of an account that is asked.
   *
   * @throws MentorshipUnknownError for whoever may not know of it, ProposalClosedError where there is nothing to answer
   */
  sideOf({ row, answers }: LockedProposal, accountId: string): ConfirmationRow {
    const side: Side | null =
      row.mentor_account_id === accountId ? 'mentor' : row.mentee_account_id === accountId ? 'mentee' : null;
    const own = answers.find((answer) => answer.side === side);
    if (own !== undefined) return own;
    const settled = answers.every(({ answer }) => answer === 'confirmed');
    if (side !== null && settled) throw new ProposalClosedError(row.state);
    throw new MentorshipUnknownError();
  }

  async note({ row }: LockedProposal, side: Side, answer: 'confirmed' | 'declined'): Promise<void> {
    await this.db.query(
      `UPDATE mentorship_confirmation SET answer = $3, answered_at = $4 WHERE mentorship_id = $1 AND side = $2`,
      [row.id, side, answer, this.clock.now()],
    );
  }

  /** Everybody has said yes: its time begins now, and the two are introduced. @throws ProposalClosedError */
  async start({ row }: LockedProposal): Promise<void> {
    const now = this.clock.now();
    const { endOf } = await this.terms.get(row.program_id);
    await this.db.query(
      `UPDATE mentorship SET state = $2, version = version + 1, started_at = $3, ends_at = $4 WHERE id = $1`,
      [row.id, this.next(row, 'activate'), now, endOf(now)],
    );
    await this.outbox.append({
      ...about(row),
      type: 'mentorship.started.v1',
      dedupeKey: `mentorship.started:${row.id}`,
    });
  }

  /** It comes to nothing, and its place is free again. @throws ProposalClosedError */
  async end({ row }: LockedProposal, reason: string, accountId: string | null): Promise<void> {
    await this.db.query(
      `UPDATE mentorship SET state = $2, version = version + 1, ended_at = $3, ended_by = $4, end_reason = $5
       WHERE id = $1`,
      [row.id, this.next(row, 'decline'), this.clock.now(), accountId, reason],
    );
    await this.outbox.append(
      { ...about(row), type: 'mentorship.ended.v1', dedupeKey: `mentorship-ended-${row.id}` },
      { ...about(row), type: 'mentorship.not-confirmed.v1', dedupeKey: `mentorship.not-confirmed:${row.id}` },
    );
  }

  private next(row: MentorshipRow, event: 'activate' | 'decline'): MentorshipState {
    const outcome = mentorshipMachine.transition(row.state as MentorshipState, event);
    if (!outcome.ok) throw new ProposalClosedError(row.state);
    return outcome.value;
  }
}

const about = (row: MentorshipRow) => ({
  payload: { mentorshipId: row.id },
  programId: row.program_id,
  subjectId: row.id,
  subjectVersion: row.version + 1,
});
