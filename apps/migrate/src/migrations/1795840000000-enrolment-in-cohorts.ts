import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people get into a cohort, and what those answered who are not in it. */
export class EnrolmentInCohorts1795840000000 implements MigrationInterface {
  readonly name = 'EnrolmentInCohorts1795840000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "cohort" ADD "enrolment" jsonb NOT NULL DEFAULT '{}'`,
      `CREATE TABLE "cohort_answer" ("cohort_id" uuid NOT NULL, "participation_id" uuid NOT NULL, "answer" text NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "cohort_answer_known" CHECK (answer IN ('out', 'skipped')), CONSTRAINT "cohort_answer_pkey" PRIMARY KEY ("cohort_id", "participation_id"))`,
      `CREATE INDEX "cohort_answer_participation_idx" ON "cohort_answer" ("participation_id")`,
      `ALTER TABLE "cohort_answer" ADD CONSTRAINT "cohort_answer_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "cohort_answer" ADD CONSTRAINT "cohort_answer_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [`DROP TABLE "cohort_answer"`, `ALTER TABLE "cohort" DROP COLUMN "enrolment"`])
      await queryRunner.query(statement);
  }
}
