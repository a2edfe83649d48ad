import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of themselves for the fairness report. */
export class GroupAnswers1795890000001 implements MigrationInterface {
  readonly name = 'GroupAnswers1795890000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "group_answer" ("program_id" uuid NOT NULL, "account_id" uuid NOT NULL, "question" text NOT NULL, "answer" text NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "group_answer_pkey" PRIMARY KEY ("program_id", "account_id", "question"))`,
      `ALTER TABLE "group_answer" ADD CONSTRAINT "group_answer_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "group_answer" ADD CONSTRAINT "group_answer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "group_answer"`);
  }
}
