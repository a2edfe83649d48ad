import { Database } from '#database';
import { RateLimiter } from '#http';
import { Ids } from '#kernel';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { templateOf } from './mail-template.queries.js';

const TESTS_PER_HOUR = 20;
const HOUR_SECONDS = 3_600;

/** Sends what a mail says now to the admin who asks, the way that every mail goes. */
@Injectable()
export class SendMailTest {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly limiter: RateLimiter,
    private readonly ids: Ids,
  ) {}

  /** @throws MailTemplateUnknownError, TooManyAttemptsError */
  async execute(
    { key, language }: { readonly key: string; readonly language: string },
    { accountId, programId }: ProgramActor,
  ): Promise<void> {
    templateOf(key, language);
    await this.limiter.hit('mail-test', accountId, TESTS_PER_HOUR, HOUR_SECONDS);
    await this.db.transaction(() =>
      this.outbox.append({
        type: 'mail-test.requested.v1',
        payload: { accountId, key, language },
        programId,
        subjectId: this.ids.next(),
      }),
    );
  }
}
