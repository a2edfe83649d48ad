import type { EventType } from '#contracts';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { RequestEntity } from '../persistence/request.entity.js';
import type { AnswerTimes } from './request-terms.js';

type RequestNews = Exclude<Extract<EventType, `request.${string}`>, 'request.reminder-due.v1'>;

/** Leaves word of what happened to requests. */
@Injectable()
export class RequestEvents {
  constructor(private readonly outbox: Outbox) {}

  /** Something happened to a request, at the version that it has now. */
  async tell(type: RequestNews, row: RequestEntity): Promise<void> {
    await this.outbox.append({ ...about(row), type, dedupeKey: keyOf(type, row) });
  }

  /** Rings when the time is over, and for a mentor who is to answer also on the days before. */
  async startClock(row: RequestEntity, times: AnswerTimes, remindMentor: boolean): Promise<void> {
    const reminders = remindMentor ? times.reminders : [];
    await this.outbox.append(
      {
        ...about(row),
        type: 'request.expiry-due.v1',
        dedupeKey: keyOf('request.expiry-due.v1', row),
        dueAt: times.answerBy,
      },
      ...reminders.map(({ day, at }) => ({
        ...about(row),
        type: 'request.reminder-due.v1' as const,
        payload: { requestId: row.id, day },
        dedupeKey: `${keyOf('request.reminder-due.v1', row)}:${day}`,
        dueAt: at,
      })),
    );
  }
}

const about = (row: RequestEntity) => ({
  payload: { requestId: row.id },
  programId: row.programId,
  subjectId: row.id,
  subjectVersion: row.version,
});

const keyOf = (type: EventType, row: RequestEntity): string => `${type}:${row.id}:${row.version}`;
