import { Database } from '#database';
import { InvalidInputError } from '#http';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { RequestRepository } from '../persistence/request.repository.js';
import { menteeOf } from './request-mentee.js';

/** A mentee changes the order of the choices that wait for their turn. */
@Injectable()
export class ReorderRequests {
  constructor(
    private readonly db: Database,
    private readonly requests: RequestRepository,
  ) {}

  /**
   * @param ids every request in the queue, in the order wanted
   * @throws InvalidInputError when the queue holds others, or has moved meanwhile
   */
  async execute(ids: readonly string[], actor: ProgramActor): Promise<void> {
    const menteeId = menteeOf(actor);
    await this.db.transaction(async () => {
      await this.requests.lockPeople([menteeId]);
      const queued = (await this.requests.lockOf(menteeId)).filter(({ state }) => state === 'queued');
      const wanted = ids.map((id) => queued.find((row) => row.id === id));
      const ranks = queued.map(({ rank }) => rank);
      if (new Set(ids).size !== queued.length || ids.length !== queued.length || wanted.includes(undefined))
        throw new InvalidInputError([
          {
            path: 'requestIds',
            message: 'Name each request that waits for its turn, once. Load the list again.',
          },
        ]);
      for (const [at, row] of wanted.entries()) {
        const rank = ranks[at];
        if (row !== undefined && rank !== undefined && row.rank !== rank)
          await this.requests.save(row, { rank });
      }
    });
  }
}
