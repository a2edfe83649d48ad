import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that name everybody of a role, and lists that arrive in parts. */
export class FullRosters1795890000000 implements MigrationInterface {
  readonly name = 'FullRosters1795890000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "participation" ADD "pause_reason" text`,
      `ALTER TABLE "participation" ADD CONSTRAINT "participation_pause_reason_known" CHECK (pause_reason IN ('not-in-roster'))`,
      `ALTER TABLE "roster_import" ADD "full_list" boolean NOT NULL DEFAULT false`,
      `ALTER TABLE "roster_import" ADD "differences" jsonb`,
      `ALTER TABLE "roster_import" ADD "confirmed_pauses" integer`,
      `ALTER TABLE "roster_import" ADD "paused_count" integer NOT NULL DEFAULT 0`,
      `ALTER TABLE "roster_import" ADD "returned_count" integer NOT NULL DEFAULT 0`,
      `ALTER TABLE "roster_import" DROP CONSTRAINT "roster_import_state_known"`,
      `ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_state_known" CHECK (state IN ('receiving', 'previewed', 'applying', 'applied', 'failed'))`,
      `ALTER TABLE "roster_import_row" ADD "email" text`,
      `ALTER TABLE "roster_import_row" ADD "outer_id" text`,
      `ALTER TABLE "roster_import_row" ADD "change" text`,
      `ALTER TABLE "roster_import_row" ADD "changed_fields" jsonb NOT NULL DEFAULT '[]'`,
      `ALTER TABLE "roster_import_row" ADD CONSTRAINT "roster_import_row_change_known" CHECK (change IN ('new', 'changed', 'unchanged', 'returning', 'stays-out'))`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "roster_import_row" DROP CONSTRAINT "roster_import_row_change_known"`,
      `ALTER TABLE "roster_import_row" DROP COLUMN "changed_fields"`,
      `ALTER TABLE "roster_import_row" DROP COLUMN "change"`,
      `ALTER TABLE "roster_import_row" DROP COLUMN "outer_id"`,
      `ALTER TABLE "roster_import_row" DROP COLUMN "email"`,
      `DELETE FROM "roster_import" WHERE state = 'receiving'`,
      `ALTER TABLE "roster_import" DROP CONSTRAINT "roster_import_state_known"`,
      `ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_state_known" CHECK (state IN ('previewed', 'applying', 'applied', 'failed'))`,
      `ALTER TABLE "roster_import" DROP COLUMN "returned_count"`,
      `ALTER TABLE "roster_import" DROP COLUMN "paused_count"`,
      `ALTER TABLE "roster_import" DROP COLUMN "confirmed_pauses"`,
      `ALTER TABLE "roster_import" DROP COLUMN "differences"`,
      `ALTER TABLE "roster_import" DROP COLUMN "full_list"`,
      `ALTER TABLE "participation" DROP CONSTRAINT "participation_pause_reason_known"`,
      `ALTER TABLE "participation" DROP COLUMN "pause_reason"`,
    ])
      await queryRunner.query(statement);
  }
}
