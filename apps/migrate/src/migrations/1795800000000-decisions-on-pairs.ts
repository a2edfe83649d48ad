import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What admins say of pairs before they are published, and publications that were taken back. */
export class DecisionsOnPairs1795800000000 implements MigrationInterface {
  readonly name = 'DecisionsOnPairs1795800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "pair_decision" ("run_id" uuid NOT NULL, "mentee_id" uuid NOT NULL, "mentor_id" uuid NOT NULL, "kind" text NOT NULL, "note" text, "decided_by" uuid NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pair_decision_kind_known" CHECK (kind IN ('approved', 'declined', 'suppressed')), CONSTRAINT "pair_decision_pkey" PRIMARY KEY ("run_id", "mentee_id", "mentor_id"))`,
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "match_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_mentee_id_fkey" FOREIGN KEY ("mentee_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
      `ALTER TABLE "match_run" ADD "withdrawn_at" TIMESTAMP WITH TIME ZONE`,
      `ALTER TABLE "match_run" ADD "withdrawn_by" uuid`,
      `ALTER TABLE "match_run" ADD "withdraw_reason" text`,
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
      `ALTER TABLE "cohort_member" ADD "rounds_waited_before" integer`,
      `UPDATE "match_run" SET "publication" = "publication" || '{"held": 0, "declined": 0}' WHERE "publication" IS NOT NULL`,
      `DROP INDEX "match_run_published_key"`,
      `CREATE UNIQUE INDEX "match_run_published_key" ON "match_run" ("cohort_id") WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP INDEX "match_run_published_key"`,
      `CREATE UNIQUE INDEX "match_run_published_key" ON "match_run" ("cohort_id") WHERE published_at IS NOT NULL`,
      `ALTER TABLE "cohort_member" DROP COLUMN "rounds_waited_before"`,
      `ALTER TABLE "match_run" DROP COLUMN "withdraw_reason"`,
      `ALTER TABLE "match_run" DROP COLUMN "withdrawn_by"`,
      `ALTER TABLE "match_run" DROP COLUMN "withdrawn_at"`,
      `UPDATE "match_run" SET "publication" = "publication" - 'held' - 'declined' WHERE "publication" IS NOT NULL`,
      `DROP TABLE "pair_decision"`,
    ])
      await queryRunner.query(statement);
  }
}
