import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for other partners, and runs that are a re-match within a round. */
export class Rematches1795870000001 implements MigrationInterface {
  readonly name = 'Rematches1795870000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "rematch_request" ("id" uuid NOT NULL, "program_id" uuid NOT NULL, "mentorship_id" uuid NOT NULL, "asked_by" uuid NOT NULL, "state" text NOT NULL, "note" text, "answer" text, "answered_by" uuid, "answered_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "rematch_request_state_known" CHECK (state IN ('open', 'withdrawn', 'declined', 'not-found', 'rematched')), CONSTRAINT "rematch_request_pkey" PRIMARY KEY ("id"))`,
      `CREATE INDEX "rematch_request_program_idx" ON "rematch_request" ("program_id", "id")`,
      `CREATE UNIQUE INDEX "rematch_request_open_key" ON "rematch_request" ("mentorship_id", "asked_by") WHERE state = 'open'`,
      `ALTER TABLE "rematch_request" ADD CONSTRAINT "rematch_request_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "rematch_request" ADD CONSTRAINT "rematch_request_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorship"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "rematch_request" ADD CONSTRAINT "rematch_request_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "rematch_request" ADD CONSTRAINT "rematch_request_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
      `ALTER TABLE "match_run" ADD "kind" text NOT NULL DEFAULT 'round'`,
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_kind_known" CHECK (kind IN ('round', 'rematch'))`,
      `DROP INDEX "match_run_published_key"`,
      `CREATE UNIQUE INDEX "match_run_published_key" ON "match_run" ("cohort_id") WHERE kind = 'round' AND published_at IS NOT NULL AND withdrawn_at IS NULL`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DELETE FROM "match_run" WHERE kind = 'rematch'`,
      `DROP INDEX "match_run_published_key"`,
      `CREATE UNIQUE INDEX "match_run_published_key" ON "match_run" ("cohort_id") WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`,
      `ALTER TABLE "match_run" DROP COLUMN "kind"`,
      `DROP TABLE "rematch_request"`,
    ])
      await queryRunner.query(statement);
  }
}
