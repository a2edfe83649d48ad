import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `ALTER TABLE "session" ADD "cancelled_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "session" ADD "cancelled_late" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "session" ADD "outcome_by" uuid`,
  `ALTER TABLE "session" ADD CONSTRAINT "session_outcome_by_fkey" FOREIGN KEY ("outcome_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
];
const down = [
  `ALTER TABLE "session" DROP CONSTRAINT "session_outcome_by_fkey"`,
  `ALTER TABLE "session" DROP COLUMN "outcome_by"`,
  `ALTER TABLE "session" DROP COLUMN "cancelled_late"`,
  `ALTER TABLE "session" DROP COLUMN "cancelled_at"`,
];

/** When and how late a session was cancelled, and who said whether it took place. */
export class OutcomeOfSessions1795500000000 implements MigrationInterface {
  readonly name = 'OutcomeOfSessions1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
