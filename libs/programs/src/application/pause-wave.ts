import { Database } from '#database';
import { NotFoundError } from '#http';
import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '../program-actor.js';
import { WaveFinishedError } from '../programs.errors.js';
import { AuditLog } from './audit-log.js';

/** Stops a wave for a while, or lets it go on; doing either twice changes nothing. */
@Injectable()
export class PauseWave {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Whom it has written to already keeps their mail. @throws NotFoundError, WaveFinishedError */
  async pause(id: string, actor: ProgramActor): Promise<void> {
    await this.change(id, actor, 'invitation.wave-paused', `paused_at = coalesce(paused_at, now())`);
  }

  /** What came due meanwhile is sent once, not once for each time missed. @throws NotFoundError, WaveFinishedError */
  async resume(id: string, actor: ProgramActor): Promise<void> {
    await this.change(id, actor, 'invitation.wave-resumed', `paused_at = NULL`);
  }

  private async change(
    id: string,
    actor: ProgramActor,
    action: 'invitation.wave-paused' | 'invitation.wave-resumed',
    assignment: string,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const [wave] = await this.db.query<{ finished_at: Date | null }>(
        `SELECT finished_at FROM invitation_wave WHERE id = $1 AND program_id = $2 FOR UPDATE`,
        [id, actor.programId],
      );
      if (wave === undefined) throw new NotFoundError('This wave');
      if (wave.finished_at !== null) throw new WaveFinishedError();
      await this.db.query(`UPDATE invitation_wave SET ${assignment} WHERE id = $1`, [id]);
      await this.audit.record(actor, { action, subjectId: id });
    });
  }
}
