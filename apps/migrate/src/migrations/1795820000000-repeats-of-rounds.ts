import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds that repeat earlier ones, and whom of those was asked to take part again. */
export class RepeatsOfRounds1795820000000 implements MigrationInterface {
  readonly name = 'RepeatsOfRounds1795820000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "cohort" ADD "source_cohort_id" uuid`,
      `ALTER TABLE "cohort" ADD CONSTRAINT "cohort_source_cohort_id_fkey" FOREIGN KEY ("source_cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
      `CREATE INDEX "cohort_source_idx" ON "cohort" ("source_cohort_id") WHERE source_cohort_id IS NOT NULL`,
      `CREATE TABLE "same_again" ("cohort_id" uuid NOT NULL, "participation_id" uuid NOT NULL, "asked_by" uuid NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE, "answer" text, "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "same_again_answer_known" CHECK (answer IN ('yes', 'no')), CONSTRAINT "same_again_answered" CHECK ((answer IS NULL) = (answered_at IS NULL)), CONSTRAINT "same_again_pkey" PRIMARY KEY ("cohort_id", "participation_id"))`,
      `CREATE INDEX "same_again_participation_idx" ON "same_again" ("participation_id")`,
      `CREATE INDEX "same_again_untold_idx" ON "same_again" ("cohort_id", "participation_id") WHERE told_at IS NULL`,
      `ALTER TABLE "same_again" ADD CONSTRAINT "same_again_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "same_again" ADD CONSTRAINT "same_again_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "same_again" ADD CONSTRAINT "same_again_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP TABLE "same_again"`,
      `DROP INDEX "cohort_source_idx"`,
      `ALTER TABLE "cohort" DROP COLUMN "source_cohort_id"`,
    ])
      await queryRunner.query(statement);
  }
}
