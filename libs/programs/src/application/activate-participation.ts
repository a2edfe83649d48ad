import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { ParticipationRepository } from '../persistence/participation.repository.js';

/** Notes that an approved person has got ready. */
@Injectable()
export class ActivateParticipation {
  constructor(
    private readonly db: Database,
    private readonly rows: ParticipationRepository,
  ) {}

  /** Makes an approved participation active; any other stays as it is. */
  async execute(programId: string, participationId: string): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.rows.lock(programId, participationId);
      if (row.state === 'approved') await this.rows.move(row, ['activate']);
    });
  }
}
