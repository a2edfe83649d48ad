import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an admin let a mail be tried again. */
export class RetriesOfDeliveries1795760000000 implements MigrationInterface {
  readonly name = 'RetriesOfDeliveries1795760000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "delivery" ADD "retried_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "delivery" DROP COLUMN "retried_at"`);
  }
}
