import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairs of a run that start once those who are asked have said yes. */
export class ConfirmationsOfMentorships1795860000000 implements MigrationInterface {
  readonly name = 'ConfirmationsOfMentorships1795860000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "cohort" ADD "confirmation" text NOT NULL DEFAULT 'none'`,
      `ALTER TABLE "cohort" ADD "confirm_within_working_days" integer NOT NULL DEFAULT '3'`,
      `ALTER TABLE "cohort" ADD CONSTRAINT "cohort_confirmation_known" CHECK (confirmation IN ('none', 'mentor', 'both'))`,
      `CREATE TABLE "mentorship_confirmation" ("mentorship_id" uuid NOT NULL, "side" text NOT NULL, "answer_by" TIMESTAMP WITH TIME ZONE NOT NULL, "answer" text, "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "mentorship_confirmation_answer_known" CHECK (answer IN ('confirmed', 'declined')), CONSTRAINT "mentorship_confirmation_side_known" CHECK (side IN ('mentor', 'mentee')), CONSTRAINT "mentorship_confirmation_pkey" PRIMARY KEY ("mentorship_id", "side"))`,
      `ALTER TABLE "mentorship_confirmation" ADD CONSTRAINT "mentorship_confirmation_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorship"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP TABLE "mentorship_confirmation"`,
      `ALTER TABLE "cohort" DROP CONSTRAINT "cohort_confirmation_known"`,
      `ALTER TABLE "cohort" DROP COLUMN "confirm_within_working_days"`,
      `ALTER TABLE "cohort" DROP COLUMN "confirmation"`,
    ])
      await queryRunner.query(statement);
  }
}
