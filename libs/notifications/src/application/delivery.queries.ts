import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import type { DeliveryState } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { DeliveryUnknownError } from '../notifications.errors.js';
import type { DeliveryCountRow, ListedDeliveryRow } from '../persistence/delivery.rows.js';
import type { DeliveryView } from './delivery.view.js';

/** What an admin narrows the list to. */
export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  readonly kind?: string | undefined;
  readonly mailingId?: string | undefined;
  /** The person of this participation, whatever their mails are about. */
  readonly participationId?: string | undefined;
  /** Where the recipients are. */
  readonly site?: string | undefined;
}

/** How many mails of a kind are in a state. */
export type DeliveryCount = Readonly<DeliveryCountRow>;

/** Whether a delivery goes to somebody at the site of a parameter; null says nothing. */
const TO_SITE = (parameter: number): string =>
  `($${parameter}::text IS NULL OR EXISTS (SELECT 1 FROM participation at WHERE at.program_id = d.program_id
     AND at.account_id = d.account_id AND at.site = $${parameter}))`;

/** In SQL about a delivery `d`; `$1` the program, `$2`–`$6` what it is narrowed to, or null. */
const FITS = `d.program_id = $1 AND ($2::text IS NULL OR d.state = $2) AND ($3::text IS NULL OR d.kind = $3)
  AND ($4::uuid IS NULL OR d.mailing_id = $4)
  AND ($5::uuid IS NULL OR d.account_id = (SELECT account_id FROM participation WHERE id = $5 AND program_id = $1))
  AND ${TO_SITE(6)}`;

const LISTED = `SELECT d.id, d.kind, d.mailing_id, d.state, d.attempts, d.last_error, d.next_attempt_at, d.created_at, d.finished_at,
    a.name AS recipient_name, coalesce(a.email, i.email) AS recipient_email, s.email IS NOT NULL AS address_suppressed
  FROM delivery d
  LEFT JOIN account a ON a.id = d.account_id
  LEFT JOIN invitation i ON i.id::text = d.recipient_key
  LEFT JOIN suppressed_address s ON s.email = lower(coalesce(a.email, i.email))`;

/** Reads the mail log of a program. */
@Injectable()
export class DeliveryQueries {
  constructor(private readonly db: Database) {}

  /**
   * The deliveries of a program, newest first.
   *
   * @throws InvalidInputError for a cursor that is not ours
   */
  async list(programId: string, filter: DeliveryFilter, page: PageRequest): Promise<Page<DeliveryView>> {
    const [after] = decodeCursor(page.cursor, ['id']) ?? [null];
    const rows = await this.db.query<ListedDeliveryRow>(
      `${LISTED}
       WHERE ${FITS} AND ($7::uuid IS NULL OR d.id < $7)
       ORDER BY d.id DESC LIMIT $8`,
      [...valuesOf(programId, filter), after, page.limit + 1],
    );
    return toPage(rows.map(toView), page.limit, (view) => encodeCursor([view.id]));
  }

  /** One delivery of a program. @throws DeliveryUnknownError */
  async get(programId: string, deliveryId: string): Promise<DeliveryView> {
    const [row] = await this.db.query<ListedDeliveryRow>(`${LISTED} WHERE d.program_id = $1 AND d.id = $2`, [
      programId,
      deliveryId,
    ]);
    if (row === undefined) throw new DeliveryUnknownError();
    return toView(row);
  }

  /** How many mails of a program are in which state, by kind. */
  async count(programId: string, filter: DeliveryFilter = {}): Promise<DeliveryCount[]> {
    return this.db.query<DeliveryCountRow>(
      `SELECT d.kind, d.state, count(*)::int AS count FROM delivery d WHERE ${FITS}
       GROUP BY d.kind, d.state ORDER BY d.kind, d.state`,
      [...valuesOf(programId, filter)],
    );
  }
}

function valuesOf(programId: string, filter: DeliveryFilter): readonly (string | null)[] {
  const { state, kind, mailingId, participationId, site } = filter;
  return [programId, state ?? null, kind ?? null, mailingId ?? null, participationId ?? null, site ?? null];
}

function toView(row: ListedDeliveryRow): DeliveryView {
  const waits = row.state === 'pending' || row.state === 'claimed';
  return {
    id: row.id,
    kind: row.kind,
    mailingId: row.mailing_id,
    state: row.state,
    recipientName: row.recipient_name ?? '',
    recipientEmail: row.recipient_email,
    addressSuppressed: row.address_suppressed,
    attempts: row.attempts,
    lastError: row.last_error,
    nextAttemptAt: waits ? row.next_attempt_at : null,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
