import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to those whom a publication leaves without a partner, and when they are given. */
export class AnswersToTheUnmatched1795870000000 implements MigrationInterface {
  readonly name = 'AnswersToTheUnmatched1795870000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "match_answer" ("run_id" uuid NOT NULL, "participation_id" uuid NOT NULL, "role" text NOT NULL, "facts" jsonb NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "match_answer_role_known" CHECK (role IN ('mentee', 'mentor')), CONSTRAINT "match_answer_pkey" PRIMARY KEY ("run_id", "participation_id"))`,
      `ALTER TABLE "match_answer" ADD CONSTRAINT "match_answer_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "match_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "match_answer" ADD CONSTRAINT "match_answer_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "match_run" ADD "answers_due_at" TIMESTAMP WITH TIME ZONE`,
      `ALTER TABLE "match_run" ADD "hold_until" TIMESTAMP WITH TIME ZONE`,
      `ALTER TABLE "cohort" ADD "tell_unmatched" text NOT NULL DEFAULT 'after-hold'`,
      `ALTER TABLE "cohort" ADD "hold_working_days" integer NOT NULL DEFAULT '5'`,
      `ALTER TABLE "cohort" ADD "meanwhile" text`,
      `ALTER TABLE "cohort" ADD CONSTRAINT "cohort_tell_unmatched_known" CHECK (tell_unmatched IN ('now', 'after-hold'))`,
      `ALTER TABLE "cohort" ADD CONSTRAINT "cohort_hold_in_range" CHECK (hold_working_days BETWEEN 1 AND 5)`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "cohort" DROP COLUMN "meanwhile"`,
      `ALTER TABLE "cohort" DROP COLUMN "hold_working_days"`,
      `ALTER TABLE "cohort" DROP COLUMN "tell_unmatched"`,
      `ALTER TABLE "match_run" DROP COLUMN "hold_until"`,
      `ALTER TABLE "match_run" DROP COLUMN "answers_due_at"`,
      `DROP TABLE "match_answer"`,
    ])
      await queryRunner.query(statement);
  }
}
