import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that admins write to many, and people who want none. */
export class Mailings1795880000001 implements MigrationInterface {
  readonly name = 'Mailings1795880000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "mailing" ("id" uuid NOT NULL, "program_id" uuid NOT NULL, "name" text NOT NULL, "segment" jsonb NOT NULL, "steps" jsonb NOT NULL, "state" text NOT NULL, "send_at" TIMESTAMP WITH TIME ZONE, "created_by" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "mailing_state_known" CHECK (state IN ('draft', 'scheduled', 'sending', 'sent', 'cancelled')), CONSTRAINT "mailing_pkey" PRIMARY KEY ("id"))`,
      `CREATE INDEX "mailing_program_idx" ON "mailing" ("program_id", "id")`,
      `ALTER TABLE "mailing" ADD CONSTRAINT "mailing_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "mailing" ADD CONSTRAINT "mailing_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
      `CREATE TABLE "mailing_opt_out" ("program_id" uuid NOT NULL, "recipient_key" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "mailing_opt_out_pkey" PRIMARY KEY ("program_id", "recipient_key"))`,
      `ALTER TABLE "mailing_opt_out" ADD CONSTRAINT "mailing_opt_out_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "delivery" ADD "mailing_id" uuid`,
      `ALTER TABLE "delivery" ADD CONSTRAINT "delivery_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `CREATE INDEX "delivery_mailing_idx" ON "delivery" ("mailing_id", "recipient_key") WHERE mailing_id IS NOT NULL`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP INDEX "delivery_mailing_idx"`,
      `ALTER TABLE "delivery" DROP COLUMN "mailing_id"`,
      `DROP TABLE "mailing_opt_out"`,
      `DROP TABLE "mailing"`,
    ])
      await queryRunner.query(statement);
  }
}
