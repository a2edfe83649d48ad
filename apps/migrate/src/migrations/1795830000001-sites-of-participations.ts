import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At which site people are, and which coordinators see to one site alone. */
export class SitesOfParticipations1795830000001 implements MigrationInterface {
  readonly name = 'SitesOfParticipations1795830000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "participation" ADD "site" text`,
      `ALTER TABLE "participation" ADD "limited_to_site" text`,
      `ALTER TABLE "participation" ADD CONSTRAINT "participation_limit_of_coordinator" CHECK (limited_to_site IS NULL OR role = 'coordinator')`,
      `CREATE INDEX "participation_site_idx" ON "participation" ("program_id", "site") WHERE site IS NOT NULL`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP INDEX "participation_site_idx"`,
      `ALTER TABLE "participation" DROP CONSTRAINT "participation_limit_of_coordinator"`,
      `ALTER TABLE "participation" DROP COLUMN "limited_to_site"`,
      `ALTER TABLE "participation" DROP COLUMN "site"`,
    ])
      await queryRunner.query(statement);
  }
}
