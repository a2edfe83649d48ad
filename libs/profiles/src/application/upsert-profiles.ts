import type { WeeklyWindow } from '#availability';
import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import type { FieldValue, SpokenLanguage } from '#scoring';
import { Injectable } from '@nestjs/common';
import type { SkillToWrite } from '../persistence/profile.repository.js';
import type { WrittenRow } from '../persistence/upsert.rows.js';
import type { ProfileRole } from './profile.view.js';
import { UPSERT_PROFILES, UPSERT_SKILLS, DELETE_SKILLS } from '../persistence/upsert.sql.js';

/** One profile of an import. What is missing or null keeps what is there, or gets its default on a new profile. */
export interface ProfileToWrite {
  readonly participationId: string;
  readonly role: ProfileRole;
  readonly timeZone: string;
  /** The organisation's own id; left out when another profile of the role has it. */
  readonly externalId?: string | null | undefined;
  readonly headline?: string | undefined;
  readonly about?: string | undefined;
  readonly country?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly grade?: string | null | undefined;
  /** Lower case. */
  readonly managerEmail?: string | null | undefined;
  readonly yearsExperience?: number | null | undefined;
  readonly languages?: readonly SpokenLanguage[] | undefined;
  readonly goals?: readonly string[] | undefined;
  readonly goalStatement?: string | null | undefined;
  readonly capacity?: number | undefined;
  readonly windows?: readonly WeeklyWindow[] | undefined;
  /** Values of the program's own fields, by key; those that are left out keep what is there. */
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined;
  /** Replaces all skills; ids as `ProgramSkills.resolve` gives them, each once. */
  readonly skills?: readonly SkillToWrite[] | undefined;
}

/** How many profiles a bulk write made, changed, and found as they should be. */
export interface UpsertResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

const CHUNK = 1_000;

/** Writes many profiles at once with set-based SQL, in one transaction; what is as it should be is not touched. */
@Injectable()
export class UpsertProfiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Rows must be valid, with participations of this program; of two for one participation the later counts. */
  async execute(programId: string, rows: readonly ProfileToWrite[]): Promise<UpsertResult> {
    const byParticipation = new Map(rows.map((row) => [row.participationId, row]));
    // In one order everywhere, so that two imports at once never wait for each other in a circle.
    const sorted = [...byParticipation.values()].sort((a, b) =>
      a.participationId < b.participationId ? -1 : 1,
    );
    const total = { created: 0, updated: 0, unchanged: 0 };
    await this.db.transaction(async () => {
      Object.assign(total, { created: 0, updated: 0, unchanged: 0 });
      // One bulk write at a time for each program, so that an outer id is not given twice.
      await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [programId]);
      const owners = await this.ownersOfExternalIds(programId, sorted);
      for (let at = 0; at < sorted.length; at += CHUNK) {
        const chunk = sorted
          .slice(at, at + CHUNK)
          .map((row) =>
            owners.get(ownerKey(row)) === row.participationId ? row : { ...row, externalId: null },
          );
        const { created, updated } = await this.writeChunk(programId, chunk);
        total.created += created;
        total.updated += updated;
        total.unchanged += chunk.length - created - updated;
      }
    });
    return total;
  }

  /** Which participation has an outer id: the one that has it already, else the first that asks. */
  private async ownersOfExternalIds(
    programId: string,
    rows: readonly ProfileToWrite[],
  ): Promise<ReadonlyMap<string, string>> {
    const taken = await this.db.query<{ role: string; externalId: string; participationId: string }>(
      `SELECT role, external_id AS "externalId", participation_id AS "participationId"
       FROM profile WHERE program_id = $1 AND external_id IS NOT NULL`,
      [programId],
    );
    const owners = new Map(taken.map((row) => [ownerKey(row), row.participationId]));
    for (const row of rows) if (!owners.has(ownerKey(row))) owners.set(ownerKey(row), row.participationId);
    return owners;
  }

  private async writeChunk(
    programId: string,
    rows: readonly ProfileToWrite[],
  ): Promise<{ created: number; updated: number }> {
    const now = this.clock.now();
    const profiles = JSON.stringify(
      rows.map(({ skills: _skills, ...row }) => ({ ...row, id: this.ids.next() })),
    );
    const written = await this.db.query<WrittenRow>(UPSERT_PROFILES, [programId, profiles, now]);
    const created = new Set(written.filter((row) => row.created).map((row) => row.participation_id));
    const updated = new Set(written.filter((row) => !row.created).map((row) => row.participation_id));
    const skills = JSON.stringify(
      rows.flatMap(({ participationId, skills = [] }) =>
        skills.map((skill) => ({ participationId, ...skill })),
      ),
    );
    const kept = JSON.stringify(
      rows.flatMap(({ participationId, skills: given }) =>
        given === undefined ? [] : [{ participationId, skillIds: given.map(({ skillId }) => skillId) }],
      ),
    );
    const touched = [
      ...(await this.db.query<WrittenRow>(DELETE_SKILLS, [kept])),
      ...(await this.db.query<WrittenRow>(UPSERT_SKILLS, [skills])),
    ].map((row) => row.participation_id);
    const onlySkills = [...new Set(touched)].filter((id) => !created.has(id) && !updated.has(id));
    await this.db.query(
      `UPDATE profile SET version = version + 1, updated_at = $2 WHERE participation_id = ANY($1::uuid[])`,
      [onlySkills, now],
    );
    return { created: created.size, updated: updated.size + onlySkills.length };
  }
}

function ownerKey(row: { readonly role: string; readonly externalId?: string | null | undefined }): string {
  return `${row.role} ${row.externalId ?? ''}`;
}
