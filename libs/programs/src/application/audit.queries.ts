import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { AuditEntryRow } from '../persistence/audit-entry.rows.js';
import type { ProgramActor } from '../program-actor.js';
import { type AuditAction, type AuditSubject, toldActions } from './audit-actions.js';
import type { AuditEntryView } from './audit.view.js';

/** What a list of entries is narrowed to. */
export interface AuditFilter {
  /** Account. */
  readonly actorId?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly subjectKind?: AuditSubject | undefined;
  readonly subjectId?: string | undefined;
  /** Somebody whom it concerns. */
  readonly participationId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

const SELECT = `SELECT e.id, e.at, e.actor_id, a.name AS actor_name, e.role, e.action, e.subject_kind, e.subject_id,
    e.on_behalf_of, e.about, e.fields,
    coalesce((SELECT json_object_agg(p.id, json_build_object('name', pa.name, 'site', p.site))
      FROM participation p JOIN account pa ON pa.id = p.account_id
      WHERE p.program_id = e.program_id AND p.id = ANY(e.about)), '{}') AS people
  FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_id`;

/** Reads who did what. */
@Injectable()
export class AuditQueries {
  constructor(private readonly db: Database) {}

  /** What was done in the program, newest first, at a site or at all; for admins. */
  async list(
    { programId, site }: ProgramActor,
    filter: AuditFilter,
    page: PageRequest,
  ): Promise<Page<AuditEntryView>> {
    return this.page(
      page,
      ({ site: of }) => site === undefined || of === site,
      `e.program_id = $3 AND ($4::uuid IS NULL OR e.actor_id = $4) AND ($5::text IS NULL OR e.action = $5)
       AND ($6::text IS NULL OR e.subject_kind = $6) AND ($7::uuid IS NULL OR e.subject_id = $7)
       AND ($8::uuid IS NULL OR e.about @> ARRAY[$8::uuid])
       AND ($9::timestamptz IS NULL OR e.at >= $9) AND ($10::timestamptz IS NULL OR e.at < $10)
       AND ($11::text IS NULL OR EXISTS (SELECT 1 FROM participation p
         WHERE p.program_id = $3 AND p.id = ANY(e.about) AND p.site = $11))`,
      [
        programId,
        filter.actorId ?? null,
        filter.action ?? null,
        filter.subjectKind ?? null,
        filter.subjectId ?? null,
        filter.participationId ?? null,
        filter.from ?? null,
        filter.to ?? null,
        site ?? null,
      ],
    );
  }

  /** What others did to the actor, or in their place, newest first. It names nobody else whom it concerned. */
  async listAboutMe(actor: ProgramActor, page: PageRequest): Promise<Page<AuditEntryView>> {
    const own = actor.participations.map(({ id }) => id);
    return this.page(
      page,
      (_, id) => own.includes(id),
      `e.program_id = $3 AND e.about && $4::uuid[] AND e.actor_id <> $5 AND e.action = ANY($6)`,
      [actor.programId, own, actor.accountId, toldActions],
    );
  }

  /** @param named whose names and ids are told */
  private async page(
    page: PageRequest,
    named: Named,
    where: string,
    values: readonly unknown[],
  ): Promise<Page<AuditEntryView>> {
    const before = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<AuditEntryRow>(
      `${SELECT} WHERE ($1::uuid IS NULL OR e.id < $1) AND ${where} ORDER BY e.id DESC LIMIT $2`,
      [before, page.limit + 1, ...values],
    );
    return toPage(
      rows.map((row) => toView(row, named)),
      page.limit,
      ({ id }) => encodeCursor([id]),
    );
  }
}

type Named = (person: { readonly site: string | null }, participationId: string) => boolean;

const GONE = { name: '', site: null };

function toView(row: AuditEntryRow, named: Named): AuditEntryView {
  const about = row.about
    .map((id) => ({ id, ...(row.people[id] ?? GONE) }))
    .filter((person) => named(person, person.id))
    .map(({ id, name }) => ({ participationId: id, name }));
  return {
    id: row.id,
    at: row.at,
    actor: { accountId: row.actor_id, name: row.actor_name ?? '', role: row.role },
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    // Whoever was acted for is one of those whom it concerns.
    onBehalfOf: about.find(({ participationId }) => participationId === row.on_behalf_of) ?? null,
    about,
    fields: row.fields,
  };
}
