import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The feed of changes that keeps the ranking of mentors current; see ADR 15. */
export class ChangesOfMentors1795790000000 implements MigrationInterface {
  readonly name = 'ChangesOfMentors1795790000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "mentor_change" ("program_id" uuid NOT NULL, "changed_in" bigint NOT NULL, "participation_id" uuid NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "mentor_change_pkey" PRIMARY KEY ("program_id", "changed_in", "participation_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "mentor_change_changed_at_idx" ON "mentor_change" ("changed_at")`);
    await queryRunner.query(
      `CREATE INDEX "profile_manager_email_idx" ON "profile" ("manager_email") WHERE manager_email IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "match_run_succeeded_idx" ON "match_run" ("program_id", "id") WHERE state = 'succeeded'`,
    );
    for (const source of sources) {
      await queryRunner.query(noting(source));
      for (const statement of triggersOf(source)) await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { table } of sources) await queryRunner.query(`DROP FUNCTION "${nameOf(table)}"() CASCADE`);
    await queryRunner.query(`DROP INDEX "match_run_succeeded_idx"`);
    await queryRunner.query(`DROP INDEX "profile_manager_email_idx"`);
    await queryRunner.query(`DROP TABLE "mentor_change"`);
  }
}

/** A table that ranking reads. `mentors` selects program and participation of those whom its written rows concern. */
interface Source {
  readonly table: string;
  /** @param rows transition table with the rows as they were, or as they are */
  readonly mentors: (rows: string) => string;
  /** Whether an update concerns anybody; a condition on `o` (as it was) and `n` (as it is). */
  readonly updated?: string;
}

const sources: readonly Source[] = [
  {
    table: 'participation',
    mentors: (rows) => `SELECT r.program_id, r.id FROM ${rows} r WHERE r.role = 'mentor'`,
  },
  {
    table: 'profile',
    mentors: (rows) => `SELECT r.program_id, r.participation_id FROM ${rows} r WHERE r.role = 'mentor'`,
  },
  {
    table: 'profile_skill',
    mentors: (rows) =>
      `SELECT p.program_id, p.participation_id FROM ${rows} r JOIN profile p ON p.id = r.profile_id WHERE p.role = 'mentor'`,
  },
  {
    table: 'mentorship',
    mentors: (rows) => `SELECT r.program_id, r.mentor_id FROM ${rows} r`,
    updated: `(o.program_id, o.mentor_id, o.state) IS DISTINCT FROM (n.program_id, n.mentor_id, n.state)`,
  },
  {
    // Mentors are called by the name; a line manager is known by the account that has the address.
    table: 'account',
    mentors: (rows) =>
      `SELECT p.program_id, p.id FROM ${rows} r JOIN participation p ON p.account_id = r.id WHERE p.role = 'mentor'
       UNION SELECT p.program_id, p.participation_id FROM ${rows} r JOIN profile p ON p.manager_email = r.email WHERE p.role = 'mentor'`,
    updated: `(o.name, o.email) IS DISTINCT FROM (n.name, n.email)`,
  },
];

const nameOf = (table: string): string => `note_mentors_of_${table}`;

const note = (mentors: string): string =>
  `INSERT INTO mentor_change (program_id, participation_id, changed_in)
   SELECT m.*, pg_current_xact_id()::text::bigint FROM (${mentors}) AS m ON CONFLICT DO NOTHING;`;

function noting({ table, mentors, updated }: Source): string {
  const which = (side: string): string =>
    updated === undefined
      ? side
      : `(SELECT ${side[0]}.* FROM old_rows o JOIN new_rows n USING (id) WHERE ${updated})`;
  return `CREATE FUNCTION "${nameOf(table)}"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN ${note(mentors('new_rows'))}
      ELSIF TG_OP = 'DELETE' THEN ${note(mentors('old_rows'))}
      ELSE ${note(mentors(which('old_rows')))} ${note(mentors(which('new_rows')))}
      END IF;
      RETURN NULL;
    END $$`;
}

function triggersOf({ table }: Source): string[] {
  const tables = {
    insert: 'NEW TABLE AS new_rows',
    update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
    delete: 'OLD TABLE AS old_rows',
  };
  return Object.entries(tables).map(
    ([event, rows]) =>
      `CREATE TRIGGER "${nameOf(table)}_${event}" AFTER ${event} ON "${table}" REFERENCING ${rows}
       FOR EACH STATEMENT EXECUTE FUNCTION "${nameOf(table)}"()`,
  );
}
