import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs that were started although too few were ready. */
export class ReadinessOfRuns1795840000001 implements MigrationInterface {
  readonly name = 'ReadinessOfRuns1795840000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD "readiness_overridden" boolean NOT NULL DEFAULT false`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "readiness_overridden"`);
  }
}
