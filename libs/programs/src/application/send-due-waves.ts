import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { WAITING_PEOPLE } from '../persistence/waiting-people.sql.js';

interface DueWave {
  readonly id: string;
  readonly program_id: string;
  readonly role: string | null;
  readonly size: number;
}

/** Writes to the next people of waves that are due, by the database's clock; several workers may do it at once. */
@Injectable()
export class SendDueWaves {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** One wave; answers whether there was one, so that there may be more. */
  async execute(): Promise<boolean> {
    return this.db.transaction(async () => {
      const [wave] = await this.db.query<DueWave>(
        `SELECT id, program_id, role, size FROM invitation_wave
         WHERE due_at <= now() AND paused_at IS NULL AND finished_at IS NULL
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      if (wave === undefined) return false;
      const invited = await this.db.query<{ participation_id: string }>(
        `INSERT INTO wave_invitee (participation_id, wave_id, invited_at)
         SELECT p.id, $3::uuid, now() ${WAITING_PEOPLE} ORDER BY p.id LIMIT $4
         ON CONFLICT (participation_id) DO NOTHING RETURNING participation_id`,
        [wave.program_id, wave.role, wave.id, wave.size],
      );
      await this.outbox.append(
        ...invited.map(({ participation_id: participationId }) => ({
          type: 'participation.imported.v1' as const,
          payload: { participationId },
          programId: wave.program_id,
          subjectId: participationId,
          dedupeKey: `participation-imported-${participationId}`,
        })),
      );
      await this.db.query(
        `UPDATE invitation_wave SET
           due_at = CASE WHEN due_at + make_interval(hours => every_hours) > now() THEN due_at ELSE now() END
             + make_interval(hours => every_hours),
           finished_at = CASE WHEN EXISTS (SELECT 1 ${WAITING_PEOPLE}) THEN NULL ELSE now() END
         WHERE id = $3`,
        [wave.program_id, wave.role, wave.id],
      );
      return true;
    });
  }
}
