import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { InvitationWaveEntity } from '../persistence/invitation-wave.entity.js';
import { WAITING_PEOPLE } from '../persistence/waiting-people.sql.js';
import type { ProgramActor } from '../program-actor.js';
import { NobodyWaitsError, OrganisationInformsError } from '../programs.errors.js';
import { AuditLog } from './audit-log.js';
import { ProgramQueries } from './program.queries.js';

/** Who is written to, how many at a time and when. */
export interface WaveInput {
  /** Null for both. */
  readonly role: 'mentor' | 'mentee' | null;
  /** People at a time, or per cent of those who wait now. */
  readonly portion: { readonly size: number } | { readonly percent: number };
  readonly startsAt: Date;
  readonly everyHours: number;
}

/** Plans mails to imported people whose import held them back; the worker sends them when they are due. */
@Injectable()
export class CreateWave {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly programs: ProgramQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the id of the wave. @throws OrganisationInformsError, NobodyWaitsError */
  async execute(input: WaveInput, actor: ProgramActor): Promise<string> {
    const { settings } = await this.programs.getById(actor.programId);
    if (settings.organisationInformsPeople) throw new OrganisationInformsError();
    const [row] = await this.db.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting ${WAITING_PEOPLE}`,
      [actor.programId, input.role],
    );
    const waiting = row?.waiting ?? 0;
    if (waiting === 0) throw new NobodyWaitsError();
    const { portion } = input;
    const id = this.ids.next();
    await this.db.transaction(async () => {
      await this.db.repository(InvitationWaveEntity).insert({
        id,
        programId: actor.programId,
        role: input.role,
        size: 'size' in portion ? portion.size : Math.ceil((waiting * portion.percent) / 100),
        everyHours: input.everyHours,
        dueAt: input.startsAt,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      });
      await this.audit.record(actor, { action: 'invitation.wave-planned', subjectId: id });
    });
    return id;
  }
}
