import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { oldRows } from './old-rows.js';

/** Rows of one statement: small, so that nobody waits for its locks. */
const BATCH = 500;

/** Deletes what has outlived its use, a little at a time; several workers may do it at once. */
@Injectable()
export class PurgeOldRows {
  constructor(private readonly db: Database) {}

  /** One round; answers whether a full batch was found, so that there is probably more. */
  async purge(): Promise<boolean> {
    let more = false;
    for (const { table, when } of oldRows) {
      const deleted = await this.db.query(
        `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
           SELECT r.ctid FROM ${table} r WHERE ${when} LIMIT ${BATCH} FOR UPDATE OF r SKIP LOCKED)) RETURNING 1`,
      );
      more ||= deleted.length === BATCH;
    }
    return more;
  }
}
