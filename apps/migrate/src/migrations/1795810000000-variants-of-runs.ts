import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs that are asked for together, under settings of their own. */
export class VariantsOfRuns1795810000000 implements MigrationInterface {
  readonly name = 'VariantsOfRuns1795810000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "match_run" ADD "batch_id" uuid`,
      `ALTER TABLE "match_run" ADD "label" text`,
      `CREATE INDEX "match_run_batch_idx" ON "match_run" ("batch_id") WHERE batch_id IS NOT NULL`,
      `DROP INDEX "match_run_under_way_key"`,
      `CREATE UNIQUE INDEX "match_run_under_way_key" ON "match_run" ("cohort_id") WHERE state IN ('queued', 'running') AND batch_id IS NULL`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP INDEX "match_run_under_way_key"`,
      `UPDATE "match_run" SET state = 'cancelled', finished_at = now() WHERE batch_id IS NOT NULL AND state IN ('queued', 'running')`,
      `CREATE UNIQUE INDEX "match_run_under_way_key" ON "match_run" ("cohort_id") WHERE state IN ('queued', 'running')`,
      `DROP INDEX "match_run_batch_idx"`,
      `ALTER TABLE "match_run" DROP COLUMN "label"`,
      `ALTER TABLE "match_run" DROP COLUMN "batch_id"`,
    ])
      await queryRunner.query(statement);
  }
}
