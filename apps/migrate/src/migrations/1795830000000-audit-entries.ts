import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what, when; entries are only added. */
export class AuditEntries1795830000000 implements MigrationInterface {
  readonly name = 'AuditEntries1795830000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "audit_entry" ("id" uuid NOT NULL, "program_id" uuid NOT NULL, "actor_id" uuid NOT NULL, "role" text NOT NULL, "action" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "on_behalf_of" uuid, "about" uuid array NOT NULL, "fields" text array NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "audit_entry_role_known" CHECK (role IN ('mentee', 'mentor', 'owner', 'coordinator', 'sponsor')), CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id"))`,
      `ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `CREATE INDEX "audit_entry_program_idx" ON "audit_entry" ("program_id", "id")`,
      `CREATE INDEX "audit_entry_subject_idx" ON "audit_entry" ("program_id", "subject_id", "id")`,
      `CREATE INDEX "audit_entry_about_idx" ON "audit_entry" USING gin ("about")`,
      // A program that is deleted is gone before its entries are: their deletion by cascade goes through, any other does not.
      `CREATE FUNCTION "refuse_change_of_audit_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM program WHERE id = OLD.program_id) THEN
           RETURN OLD;
         END IF;
         RAISE EXCEPTION 'Entries of the audit log are only added.' USING ERRCODE = 'restrict_violation';
       END $$`,
      `CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
       FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_audit_entry"()`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "audit_entry"`);
    await queryRunner.query(`DROP FUNCTION "refuse_change_of_audit_entry"()`);
  }
}
