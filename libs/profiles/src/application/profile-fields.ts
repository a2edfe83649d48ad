import { Database } from '#database';
import type { FieldSpec, FieldValue } from '#scoring';
import { Injectable } from '@nestjs/common';
import { FieldUnknownError } from '../profiles.errors.js';
import type { ProfileFieldView } from './profile-field.view.js';

const COLUMNS = `id, key, label, kind, options, asked_of AS "askedOf", required, visible_to AS "visibleTo", position, scale, version`;

/** Reads the fields that a program adds to its profiles, and what people put in. */
@Injectable()
export class ProfileFields {
  constructor(private readonly db: Database) {}

  /** In the order of forms. */
  async list(programId: string): Promise<ProfileFieldView[]> {
    return this.db.query<ProfileFieldView>(
      `SELECT ${COLUMNS} FROM profile_field WHERE program_id = $1 ORDER BY position, id`,
      [programId],
    );
  }

  /** @throws FieldUnknownError */
  async get(programId: string, id: string): Promise<ProfileFieldView> {
    const [field] = await this.db.query<ProfileFieldView>(
      `SELECT ${COLUMNS} FROM profile_field WHERE program_id = $1 AND id = $2`,
      [programId, id],
    );
    if (field === undefined) throw new FieldUnknownError();
    return field;
  }

  /** As scoring knows them, by key. */
  async specs(programId: string): Promise<FieldSpec[]> {
    return specsOf(await this.list(programId));
  }

  /** The same inside a transaction that stores settings which name them: none of them goes before it ends. */
  async holdSpecs(programId: string): Promise<FieldSpec[]> {
    return specsOf(
      await this.db.query<ProfileFieldView>(
        `SELECT ${COLUMNS} FROM profile_field WHERE program_id = $1 ORDER BY id FOR SHARE`,
        [programId],
      ),
    );
  }

  /** What people put in, by participation and key. */
  async valuesOf(
    programId: string,
    participationIds: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, FieldValue>>>> {
    const rows = await this.db.query<{ id: string; fields: Record<string, FieldValue> }>(
      `SELECT participation_id AS id, fields FROM profile WHERE program_id = $1 AND participation_id = ANY($2::uuid[])`,
      [programId, participationIds],
    );
    return new Map(rows.map(({ id, fields }) => [id, fields]));
  }
}

function specsOf(fields: readonly ProfileFieldView[]): FieldSpec[] {
  return fields
    .map(({ key, label, kind, options, visibleTo, scale }) => ({
      ...{ key, label, kind, options, scale },
      isPrivate: visibleTo === 'admins',
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
