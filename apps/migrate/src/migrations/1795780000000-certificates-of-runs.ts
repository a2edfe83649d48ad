import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates beside the summaries, so that reading a run does not read thousands of prices. */
export class CertificatesOfRuns1795780000000 implements MigrationInterface {
  readonly name = 'CertificatesOfRuns1795780000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" ADD "certificate" jsonb`);
    await queryRunner.query(
      `UPDATE "match_run" SET "certificate" = "summary"->'certificate',
         "summary" = jsonb_set("summary" - 'load', '{certificate}', ("summary"->'certificate') - 'mentees' - 'mentors')
       WHERE "summary" ? 'certificate'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `UPDATE "match_run" SET "summary" = jsonb_set("summary", '{certificate}', "certificate")
       WHERE "certificate" IS NOT NULL`,
    );
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "certificate"`);
  }
}
