import { Database } from '#database';
import { InvalidInputError, VersionConflictError } from '#http';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { problemsOfField } from '../check-profile-field.js';
import { ProfileFieldEntity } from '../persistence/profile-field.entity.js';
import { OptionsInUseError } from '../profiles.errors.js';
import { ProfileFields } from './profile-fields.js';
import type { ProfileFieldChanges, ProfileFieldView } from './profile-field.view.js';

/** Changes a field of a program's profiles; its key and its kind stay. */
@Injectable()
export class ChangeProfileField {
  constructor(
    private readonly db: Database,
    private readonly fields: ProfileFields,
    private readonly audit: AuditLog,
  ) {}

  /** @throws FieldUnknownError, InvalidInputError, VersionConflictError, OptionsInUseError */
  async execute(
    input: { readonly id: string; readonly version: number; readonly changes: ProfileFieldChanges },
    actor: ProgramActor,
  ): Promise<void> {
    const { programId } = actor;
    const { id, version, changes } = input;
    await this.db.transaction(async () => {
      await this.db.query(`SELECT 1 FROM profile_field WHERE id = $1 AND program_id = $2 FOR UPDATE`, [
        id,
        programId,
      ]);
      const field = await this.fields.get(programId, id);
      if (field.version !== version) throw new VersionConflictError();
      const next = changed(field, changes);
      const problems = problemsOfField(next);
      if (problems.length > 0) throw new InvalidInputError(problems);
      const gone = field.options.filter((option) => !next.options.includes(option));
      await this.refuseIfChosen(programId, field.key, gone);
      const { label, required, visibleTo, askedOf, position, scale, options } = next;
      await this.db.repository(ProfileFieldEntity).update(
        { id },
        {
          label,
          required,
          visibleTo,
          askedOf,
          position,
          scale,
          options: [...options],
          version: version + 1,
        },
      );
      await this.audit.record(actor, {
        action: 'program.profile-field-changed',
        subjectId: programId,
        fields: [field.key],
      });
    });
  }

  private async refuseIfChosen(programId: string, key: string, gone: readonly string[]): Promise<void> {
    if (gone.length === 0) return;
    const [row] = await this.db.query<{ people: number }>(
      `SELECT count(*)::int AS people FROM profile
       WHERE program_id = $1 AND (fields->>$2 = ANY($3::text[]) OR
         (jsonb_typeof(fields->$2) = 'array' AND fields->$2 ?| $3::text[]))`,
      [programId, key, gone],
    );
    if ((row?.people ?? 0) > 0) throw new OptionsInUseError(gone, row?.people ?? 0);
  }
}

function changed(
  field: ProfileFieldView,
  { label, options, askedOf, required, visibleTo, position, scale }: ProfileFieldChanges,
) {
  return {
    ...field,
    label: label ?? field.label,
    options: options ?? field.options,
    askedOf: askedOf ?? field.askedOf,
    required: required ?? field.required,
    visibleTo: visibleTo ?? field.visibleTo,
    position: position ?? field.position,
    scale: scale === undefined ? field.scale : scale,
  };
}
