import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { RequestEntity } from '../persistence/request.entity.js';
import { RequestRepository } from '../persistence/request.repository.js';
import { ChangeRequest } from './change-request.js';
import { RequestEvents } from './request-events.js';
import { obstacleTo } from './request-obstacles.js';
import { ReadRequestTerms } from './request-terms.js';

const NOT_ANY_MORE = 'They could not take anybody any more when it was your request’s turn.';

/** Puts a mentee's next choices before their mentors while fewer are pending than the program allows. */
@Injectable()
export class AdvanceRequests {
  constructor(
    private readonly clock: Clock,
    private readonly requests: RequestRepository,
    private readonly terms: ReadRequestTerms,
    private readonly change: ChangeRequest,
    private readonly events: RequestEvents,
  ) {}

  /**
   * In the caller's transaction, with the mentee locked. A choice whose mentor became full, paused or left while it
   * waited is answered with a no at once, so that it does not wait in vain.
   */
  async execute(programId: string, menteeId: string): Promise<void> {
    const rows = await this.requests.lockOf(menteeId);
    const queued = rows.filter(({ state }) => state === 'queued');
    if (queued.length === 0) return;
    const terms = await this.terms.execute(programId);
    const people = await this.requests.people(programId, [menteeId, ...queued.map((row) => row.mentorId)]);
    if (!['approved', 'active'].includes(people.get(menteeId)?.state ?? '')) return;
    const now = this.clock.now();
    let free =
      terms.settings.requestsPendingPerMentee - rows.filter(({ state }) => state === 'pending').length;
    for (const row of queued) {
      if (free <= 0) return;
      if (obstacleTo(row.mentorId, people.get(row.mentorId) ?? null, terms, now) === null) {
        await this.reachMentor(row, terms.timesFrom(now), now);
        free -= 1;
      } else {
        await this.change.move(row, 'decline', { decisionReason: NOT_ANY_MORE });
        await this.events.tell('request.declined.v1', row);
      }
    }
  }

  private async reachMentor(
    row: RequestEntity,
    times: Parameters<RequestEvents['startClock']>[1],
    now: Date,
  ): Promise<void> {
    await this.change.move(row, 'advance', { pendingAt: now, answerBy: times.answerBy });
    await this.events.tell('request.received.v1', row);
    await this.events.startClock(row, times, true);
  }
}
