import { Database } from '#database';
import { NotFoundError } from '#http';
import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '../program-actor.js';
import { WaveFinishedError } from '../programs.errors.js';

/** Stops a wave for a while, or lets it go on; doing either twice changes nothing. */
@Injectable()
export class PauseWave {
  constructor(private readonly db: Database) {}

  /** Whom it has written to already keeps their mail. @throws NotFoundError, WaveFinishedError */
  async pause(id: string, actor: ProgramActor): Promise<void> {
    await this.change(id, actor, `paused_at = coalesce(paused_at, now())`);
  }

  /** What came due meanwhile is sent once, not once for each time missed. @throws NotFoundError, WaveFinishedError */
  async resume(id: string, actor: ProgramActor): Promise<void> {
    await this.change(id, actor, `paused_at = NULL`);
  }

  private async change(id: string, { programId }: ProgramActor, assignment: string): Promise<void> {
    await this.db.transaction(async () => {
      const [wave] = await this.db.query<{ finished_at: Date | null }>(
        `SELECT finished_at FROM invitation_wave WHERE id = $1 AND program_id = $2 FOR UPDATE`,
        [id, programId],
      );
      if (wave === undefined) throw new NotFoundError('This wave');
      if (wave.finished_at !== null) throw new WaveFinishedError();
      await this.db.query(`UPDATE invitation_wave SET ${assignment} WHERE id = $1`, [id]);
    });
  }
}
