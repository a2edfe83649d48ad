import { Database } from '#database';
import { ParticipationQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import type { RequestEntity } from '../persistence/request.entity.js';
import { RequestRepository } from '../persistence/request.repository.js';
import { AdvanceRequests } from './advance-requests.js';
import { ChangeRequest } from './change-request.js';
import { RequestEvents } from './request-events.js';

const STOPPED: readonly string[] = ['paused', 'left'];
const BREAK = 'They take no new mentees at present.';

/** Lets nobody wait for somebody who pauses or has left. */
@Injectable()
export class CloseRequestsOfStopped {
  constructor(
    private readonly db: Database,
    private readonly participations: ParticipationQueries,
    private readonly requests: RequestRepository,
    private readonly change: ChangeRequest,
    private readonly advance: AdvanceRequests,
    private readonly events: RequestEvents,
  ) {}

  /**
   * What a mentor was asked is declined kindly, and their mentees' next choices move up; what a mentee asked is taken
   * back, drafts stay. Nothing happens when the person is back already.
   */
  async execute(programId: string, participationId: string): Promise<void> {
    await this.db.transaction(async () => {
      const asked = await this.requests.listOpenTo(participationId);
      await this.requests.lockPeople([participationId, ...asked.map(({ menteeId }) => menteeId)]);
      const person = await this.participations.findById(programId, participationId);
      if (person === null || !STOPPED.includes(person.state)) return;
      if (person.role === 'mentor')
        for (const { menteeId } of asked) await this.decline(participationId, menteeId);
      else await this.withdraw(await this.requests.lockOf(participationId));
    });
  }

  private async decline(mentorId: string, menteeId: string): Promise<void> {
    const rows = await this.requests.lockOf(menteeId);
    const row = rows.find((one) => one.mentorId === mentorId && one.state !== 'draft');
    if (row === undefined) return;
    await this.change.move(row, 'decline', { decisionReason: BREAK });
    await this.events.tell('request.declined.v1', row);
    await this.advance.execute(row.programId, menteeId);
  }

  private async withdraw(rows: readonly RequestEntity[]): Promise<void> {
    for (const row of rows) {
      if (row.state === 'draft') continue;
      await this.change.move(row, 'withdraw');
      if (row.pendingAt !== null) await this.events.tell('request.withdrawn.v1', row);
    }
  }
}
