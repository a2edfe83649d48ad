import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails to imported people, sent some at a time. */
export class InvitationWaves1795890000002 implements MigrationInterface {
  readonly name = 'InvitationWaves1795890000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "roster_import" ADD "hold_mails" boolean NOT NULL DEFAULT false`,
      `CREATE TABLE "invitation_wave" ("id" uuid NOT NULL, "program_id" uuid NOT NULL, "role" text, "size" integer NOT NULL, "every_hours" integer NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "paused_at" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "invitation_wave_role_known" CHECK (role IN ('mentee', 'mentor')), CONSTRAINT "invitation_wave_size_in_range" CHECK (size BETWEEN 1 AND 20000), CONSTRAINT "invitation_wave_pkey" PRIMARY KEY ("id"))`,
      `CREATE INDEX "invitation_wave_program_idx" ON "invitation_wave" ("program_id", "id")`,
      `CREATE INDEX "invitation_wave_due_idx" ON "invitation_wave" ("due_at") WHERE finished_at IS NULL AND paused_at IS NULL`,
      `CREATE TABLE "wave_invitee" ("participation_id" uuid NOT NULL, "wave_id" uuid NOT NULL, "invited_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "wave_invitee_pkey" PRIMARY KEY ("participation_id"))`,
      `CREATE INDEX "wave_invitee_wave_idx" ON "wave_invitee" ("wave_id")`,
      `ALTER TABLE "invitation_wave" ADD CONSTRAINT "invitation_wave_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "invitation_wave" ADD CONSTRAINT "invitation_wave_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
      `ALTER TABLE "wave_invitee" ADD CONSTRAINT "wave_invitee_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "wave_invitee" ADD CONSTRAINT "wave_invitee_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "invitation_wave"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP TABLE "wave_invitee"`,
      `DROP TABLE "invitation_wave"`,
      `ALTER TABLE "roster_import" DROP COLUMN "hold_mails"`,
    ])
      await queryRunner.query(statement);
  }
}
