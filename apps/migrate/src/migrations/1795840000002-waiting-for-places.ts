import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who wait for a place in a cohort, and those who came late. */
export class WaitingForPlaces1795840000002 implements MigrationInterface {
  readonly name = 'WaitingForPlaces1795840000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "cohort_member" ADD "late" boolean NOT NULL DEFAULT false`,
      `ALTER TABLE "cohort_answer" ADD "place" integer`,
      `ALTER TABLE "cohort_answer" DROP CONSTRAINT "cohort_answer_known"`,
      `ALTER TABLE "cohort_answer" ADD CONSTRAINT "cohort_answer_known" CHECK (answer IN ('out', 'skipped', 'waiting'))`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DELETE FROM "cohort_answer" WHERE answer = 'waiting'`,
      `ALTER TABLE "cohort_answer" DROP CONSTRAINT "cohort_answer_known"`,
      `ALTER TABLE "cohort_answer" ADD CONSTRAINT "cohort_answer_known" CHECK (answer IN ('out', 'skipped'))`,
      `ALTER TABLE "cohort_answer" DROP COLUMN "place"`,
      `ALTER TABLE "cohort_member" DROP COLUMN "late"`,
    ])
      await queryRunner.query(statement);
  }
}
