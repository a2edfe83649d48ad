import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairs made by hand beside a run, the next best mentor after a no, notes, and who cancelled and published. */
export class HandMadePairsAndNotes1795860000001 implements MigrationInterface {
  readonly name = 'HandMadePairsAndNotes1795860000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE "cohort" ADD "propose_next_best" boolean NOT NULL DEFAULT false`,
      `ALTER TABLE "match_run" ADD "cancel_requested_by" uuid`,
      `ALTER TABLE "match_run" ADD "publications" jsonb NOT NULL DEFAULT '[]'`,
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_cancel_requested_by_fkey" FOREIGN KEY ("cancel_requested_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
      `UPDATE "match_run" SET publications = jsonb_build_array(jsonb_build_object('at', published_at, 'by', published_by, 'started', publication->'started')) WHERE published_at IS NOT NULL`,
      `CREATE TABLE "hand_made_pair" ("run_id" uuid NOT NULL, "mentee_id" uuid NOT NULL, "mentor_id" uuid NOT NULL, "score" integer, "contributions" jsonb NOT NULL DEFAULT '[]', "broken_rules" jsonb NOT NULL DEFAULT '[]', "displaced" jsonb NOT NULL DEFAULT '[]', "mentorship_id" uuid, "added_by" uuid NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "hand_made_pair_pkey" PRIMARY KEY ("run_id", "mentee_id", "mentor_id"))`,
      `ALTER TABLE "hand_made_pair" ADD CONSTRAINT "hand_made_pair_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "match_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "hand_made_pair" ADD CONSTRAINT "hand_made_pair_mentee_id_fkey" FOREIGN KEY ("mentee_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "hand_made_pair" ADD CONSTRAINT "hand_made_pair_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "hand_made_pair" ADD CONSTRAINT "hand_made_pair_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorship"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
      `ALTER TABLE "hand_made_pair" ADD CONSTRAINT "hand_made_pair_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
      `CREATE TABLE "run_note" ("id" uuid NOT NULL, "run_id" uuid NOT NULL, "mentee_id" uuid, "mentor_id" uuid, "text" text NOT NULL, "written_by" uuid NOT NULL, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, "edited_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "run_note_pair_whole" CHECK ((mentee_id IS NULL) = (mentor_id IS NULL)), CONSTRAINT "run_note_pkey" PRIMARY KEY ("id"))`,
      `CREATE INDEX "run_note_run_idx" ON "run_note" ("run_id", "id")`,
      `ALTER TABLE "run_note" ADD CONSTRAINT "run_note_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "match_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "run_note" ADD CONSTRAINT "run_note_mentee_id_fkey" FOREIGN KEY ("mentee_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "run_note" ADD CONSTRAINT "run_note_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "run_note" ADD CONSTRAINT "run_note_written_by_fkey" FOREIGN KEY ("written_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `DROP TABLE "run_note"`,
      `DROP TABLE "hand_made_pair"`,
      `ALTER TABLE "match_run" DROP CONSTRAINT "match_run_cancel_requested_by_fkey"`,
      `ALTER TABLE "match_run" DROP COLUMN "publications"`,
      `ALTER TABLE "match_run" DROP COLUMN "cancel_requested_by"`,
      `ALTER TABLE "cohort" DROP COLUMN "propose_next_best"`,
    ])
      await queryRunner.query(statement);
  }
}
