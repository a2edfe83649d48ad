import { Database } from '#database';
import { InvalidInputError, VersionConflictError } from '#http';
import { Clock, Ids } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { MailingStateError } from '../notifications.errors.js';
import { MailingEntity } from '../persistence/mailing.entity.js';
import { lockMailing } from './lock-mailing.js';
import { problemsOfSteps } from './mailing-text.js';
import type { MailingInput } from './mailing.view.js';
import { problemsOfSegment } from './segment.js';

/** Writes drafts of mailings. */
@Injectable()
export class SaveMailing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the id of a new draft. @throws InvalidInputError */
  async create({ name, segment, steps }: MailingInput, actor: ProgramActor): Promise<string> {
    const id = this.ids.next();
    await this.check({ name, segment, steps }, actor);
    await this.db.transaction(async () => {
      await this.db.repository(MailingEntity).insert({
        id,
        programId: actor.programId,
        name,
        segment,
        steps: [...steps],
        state: 'draft',
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      });
      await this.audit.record(actor, { action: 'mailing.created', subjectId: id });
    });
    return id;
  }

  /** Replaces a draft. @throws MailingUnknownError, MailingStateError, VersionConflictError, InvalidInputError */
  async replace(
    { mailingId, version, input }: { mailingId: string; version: number; input: MailingInput },
    actor: ProgramActor,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const mailing = await lockMailing(this.db, mailingId, actor.programId);
      if (mailing.state !== 'draft') throw new MailingStateError(mailing.state, 'changed');
      if (mailing.version !== version) throw new VersionConflictError();
      await this.check(input, actor);
      const { name, segment, steps } = input;
      await this.db
        .repository(MailingEntity)
        .update({ id: mailingId }, { name, segment, steps: [...steps], version: version + 1 });
      await this.audit.record(actor, { action: 'mailing.changed', subjectId: mailingId });
    });
  }

  private async check({ segment, steps }: MailingInput, { programId }: ProgramActor): Promise<void> {
    const problems = [...problemsOfSegment(segment), ...problemsOfSteps(steps, segment.audience)];
    const cohorts = await this.db.query(`SELECT 1 FROM cohort WHERE id = $1 AND program_id = $2`, [
      segment.cohortId,
      programId,
    ]);
    if (segment.cohortId !== null && cohorts.length === 0)
      problems.push({ path: 'segment.cohortId', message: 'There is no such cohort in this program.' });
    if (problems.length > 0) throw new InvalidInputError(problems);
  }
}
