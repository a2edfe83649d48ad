import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who computes a run, one run under way for each cohort, and what publishing did. */
export class ClaimsOfMatchRuns1795600000000 implements MigrationInterface {
  readonly name = 'ClaimsOfMatchRuns1795600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" ADD "claim_token" uuid`);
    await queryRunner.query(`ALTER TABLE "match_run" ADD "claimed_until" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(`ALTER TABLE "match_run" ADD "publication" jsonb`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "match_run_under_way_key" ON "match_run" ("cohort_id") WHERE state IN ('queued', 'running')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "match_run_under_way_key"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "publication"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "claimed_until"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "claim_token"`);
  }
}
