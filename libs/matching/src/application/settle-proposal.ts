import { Database } from '#database';
import { Clock } from '#kernel';
import { cohortMachine } from '#lifecycle';
import { UNANSWERED } from '#mentorships';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { RunRepository } from '../persistence/run.repository.js';
import { RoundsWaited } from './rounds-waited.js';
import { TakeNextBest } from './take-next-best.js';

interface ProposalRow {
  program_id: string;
  mentor_id: string;
  mentee_id: string;
  run_id: string;
  decided_by: string;
}

/** Pairs of one run that are proposed to a mentee by themselves; after that an admin chooses. */
const MOST_PROPOSALS = 4;

/**
 * What follows for a round from a proposal that came to nothing: its pair is not made again in this round, a mentee who
 * goes without has waited, and is proposed to the next best mentor where the round wants that.
 */
@Injectable()
export class SettleProposal {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly runs: RunRepository,
    private readonly roundsWaited: RoundsWaited,
    private readonly takeNextBest: TakeNextBest,
  ) {}

  /** Done twice, it is done once; nothing for what came of no run, or of one that was withdrawn. */
  async execute(mentorshipId: string): Promise<void> {
    await this.db.transaction(async () => {
      const proposal = await this.find(mentorshipId);
      if (proposal === null) return;
      const run = await this.runs.lockWithCohort(proposal.run_id, proposal.program_id);
      if (run.withdrawnAt !== null) return;
      await this.db.query(
        `INSERT INTO pair_override (cohort_id, mentor_id, mentee_id, kind, note, created_by, created_at)
         VALUES ($1, $2, $3, 'forbid', $4, $5, $6)
         ON CONFLICT (cohort_id, mentor_id, mentee_id) DO UPDATE SET kind = excluded.kind, note = excluded.note,
           created_by = excluded.created_by, created_at = excluded.created_at`,
        [
          run.cohort.id,
          proposal.mentor_id,
          proposal.mentee_id,
          'Proposed, and not confirmed.',
          proposal.decided_by,
          this.clock.now(),
        ],
      );
      await this.roundsWaited.count(run.id, run.cohort.id, proposal.program_id);
      if (wantsNextBest(run.cohort) && (await this.mayProposeAgain(proposal)))
        await this.takeNextBest.takeFirst(run.id, proposal.program_id, proposal.mentee_id);
    });
  }

  /** Nobody is asked for ever, nor after a silence of their own. */
  private async mayProposeAgain({ run_id: runId, mentee_id: menteeId }: ProposalRow): Promise<boolean> {
    const [asked] = await this.db.query<{ proposals: number; silent: boolean }>(
      `SELECT count(*)::int AS proposals, coalesce(bool_or(c.side IS NOT NULL AND c.answer IS NULL), false) AS silent
       FROM mentorship m LEFT JOIN mentorship_confirmation c ON c.mentorship_id = m.id AND c.side = 'mentee'
         AND m.end_reason = $3
       WHERE m.source = 'run' AND m.source_id = $1 AND m.mentee_id = $2`,
      [runId, menteeId, UNANSWERED],
    );
    return asked !== undefined && asked.proposals < MOST_PROPOSALS && !asked.silent;
  }

  private async find(mentorshipId: string): Promise<ProposalRow | null> {
    const [row] = await this.db.query<ProposalRow>(
      `SELECT m.program_id, m.mentor_id, m.mentee_id, r.id AS run_id, coalesce(r.published_by, r.requested_by) AS decided_by
       FROM mentorship m JOIN match_run r ON m.source = 'run' AND r.id = m.source_id
       WHERE m.id = $1 AND m.state = 'ended'`,
      [mentorshipId],
    );
    return row ?? null;
  }
}

function wantsNextBest({ proposeNextBest, state }: CohortEntity): boolean {
  return proposeNextBest && cohortMachine.can(cohortMachine.stateOf(state), 'publish');
}
