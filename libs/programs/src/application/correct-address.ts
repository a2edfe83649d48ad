import { CorrectUnclaimedAddress } from '#accounts';
import { Database } from '#database';
import { VersionConflictError } from '#http';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import type { ProgramActor } from '../program-actor.js';
import { AddressNotYoursError } from '../programs.errors.js';
import { AuditLog } from './audit-log.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';

/** What is corrected, and the version that the admin read. */
export interface CorrectAddressInput {
  readonly participationId: string;
  readonly version: number;
  readonly email: string;
}

/**
 * Corrects the address of somebody who was brought in and has not been heard of since. Links that went to the address as
 * it was work no more; whoever has still to agree gets the privacy notice at the new one.
 */
@Injectable()
export class CorrectAddress {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly accounts: CorrectUnclaimedAddress,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotFoundError, VersionConflictError, AddressNotYoursError, AddressInUseError, InvalidInputError */
  async execute(input: CorrectAddressInput, actor: ProgramActor): Promise<ParticipationView> {
    const { participationId: id, version, email } = input;
    const { programId } = actor;
    await this.db.transaction(async () => {
      const row = await this.rows.lock(programId, id);
      if (row.version !== version) throw new VersionConflictError();
      await this.refuseKnown(row.accountId, programId);
      if (!(await this.accounts.execute(row.accountId, email))) return;
      await this.rows.note(row, {});
      await this.audit.record(actor, {
        action: 'participation.address-corrected',
        subjectId: id,
        about: [id],
        onBehalfOf: id,
        fields: ['email'],
      });
      await this.outbox.append({
        type: 'participation.imported.v1',
        payload: { participationId: id },
        programId,
        subjectId: id,
        dedupeKey: `address-corrected:${id}:${version}`,
      });
    });
    return this.queries.getById(programId, id);
  }

  /** Whoever has agreed to a program from their mailbox has shown that it is theirs. @throws AddressNotYoursError */
  private async refuseKnown(accountId: string, programId: string): Promise<void> {
    const others = await this.db.query(
      `SELECT 1 FROM participation WHERE account_id = $1 AND (program_id <> $2 OR privacy_confirmed_at IS NOT NULL)`,
      [accountId, programId],
    );
    if (others.length > 0) throw new AddressNotYoursError();
  }
}
