import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fields that a program adds to its profiles. */
export class FieldsOfProfiles1795850000000 implements MigrationInterface {
  readonly name = 'FieldsOfProfiles1795850000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE "profile_field" ("id" uuid NOT NULL, "program_id" uuid NOT NULL, "key" text NOT NULL, "label" text NOT NULL, "kind" text NOT NULL, "options" jsonb NOT NULL DEFAULT '[]', "asked_of" text NOT NULL DEFAULT 'both', "required" boolean NOT NULL DEFAULT false, "visible_to" text NOT NULL DEFAULT 'everybody', "position" integer NOT NULL DEFAULT '0', "scale" integer, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "profile_field_key_key" UNIQUE ("program_id", "key"), CONSTRAINT "profile_field_kind_known" CHECK (kind IN ('text', 'number', 'choice', 'multi-choice', 'date')), CONSTRAINT "profile_field_asked_of_known" CHECK (asked_of IN ('mentee', 'mentor', 'both')), CONSTRAINT "profile_field_visible_to_known" CHECK (visible_to IN ('everybody', 'admins')), CONSTRAINT "profile_field_pkey" PRIMARY KEY ("id"))`,
      `ALTER TABLE "profile_field" ADD CONSTRAINT "profile_field_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      `ALTER TABLE "profile" ADD "fields" jsonb NOT NULL DEFAULT '{}'`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "profile" DROP COLUMN "fields"`);
    await queryRunner.query(`DROP TABLE "profile_field"`);
  }
}
