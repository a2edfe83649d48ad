import { Database } from '#database';
import { NotFoundError } from '#http';
import { Injectable } from '@nestjs/common';
import type { ProgramMembership } from './program-membership.view.js';
import { ProgramEntity } from '../persistence/program.entity.js';
import { toProgramView } from '../persistence/program.mapper.js';
import type { MembershipRow } from '../persistence/participation.rows.js';
import type { ProgramView } from './program.view.js';

/** Reads programs. */
@Injectable()
export class ProgramQueries {
  constructor(private readonly db: Database) {}

  /** The program, or null. */
  async findById(id: string): Promise<ProgramView | null> {
    const row = await this.db.repository(ProgramEntity).findOne({ where: { id } });
    return row === null ? null : toProgramView(row);
  }

  /** The program; @throws NotFoundError */
  async getById(id: string): Promise<ProgramView> {
    const program = await this.findById(id);
    if (program === null) throw new NotFoundError('This program');
    return program;
  }

  /** The programs in which an account takes part in any state, by name, with its participations. */
  async listMine(accountId: string): Promise<ProgramMembership[]> {
    const rows = await this.db.query<MembershipRow>(
      `SELECT p.id AS program_id, p.name, p.description, p.time_zone, pa.id, pa.role, pa.state
       FROM participation pa JOIN program p ON p.id = pa.program_id
       WHERE pa.account_id = $1 ORDER BY lower(p.name), p.id, pa.role`,
      [accountId],
    );
    const byId = new Map<string, ProgramMembership>();
    for (const { program_id, name, description, time_zone, id, role, state } of rows) {
      const known = byId.get(program_id);
      const participations = [...(known?.participations ?? []), { id, role, state }];
      byId.set(program_id, { id: program_id, name, description, timeZone: time_zone, participations });
    }
    return [...byId.values()];
  }

  /** Whether an account may create programs: it runs the installation, or owns a program already. */
  async mayCreate(accountId: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM account a WHERE a.id = $1 AND (a.is_platform_admin OR EXISTS (
         SELECT 1 FROM participation WHERE account_id = a.id AND role = 'owner' AND state IN ('approved', 'active', 'paused')))`,
      [accountId],
    );
    return rows.length > 0;
  }
}
