import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a program lets its mails say. */
export class TextsOfMails1795880000000 implements MigrationInterface {
  readonly name = 'TextsOfMails1795880000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "mail_template" ("program_id" uuid NOT NULL, "key" text NOT NULL, "language" text NOT NULL, "text" jsonb NOT NULL, "changed_by" uuid, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "mail_template_language_known" CHECK (language ~ '^[a-z]{2}$'), CONSTRAINT "mail_template_pkey" PRIMARY KEY ("program_id", "key", "language"))`,
      `ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "mail_template"`);
  }
}
