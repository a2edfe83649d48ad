import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock, Ids } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { keyOfLabel, MOST_FIELDS, problemsOfField } from '../check-profile-field.js';
import { ProfileFieldEntity } from '../persistence/profile-field.entity.js';
import { FieldKeyTakenError, TooManyFieldsError } from '../profiles.errors.js';
import type { ProfileFieldInput } from './profile-field.view.js';

/** Adds a field to the profiles of a program. */
@Injectable()
export class AddProfileField {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its id; @throws InvalidInputError, FieldKeyTakenError, TooManyFieldsError */
  async execute(input: ProfileFieldInput, actor: ProgramActor): Promise<string> {
    const { programId } = actor;
    const field = { ...input, key: input.key ?? keyOfLabel(input.label) };
    const problems = problemsOfField(field);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const id = this.ids.next();
    await this.db.transaction(async () => {
      // One at a time, so that no two see the last free place, or the same key.
      await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [programId]);
      const known = await this.db.query<{ key: string }>(
        `SELECT key FROM profile_field WHERE program_id = $1`,
        [programId],
      );
      if (known.some(({ key }) => key === field.key)) throw new FieldKeyTakenError(field.key);
      if (known.length >= MOST_FIELDS) throw new TooManyFieldsError(MOST_FIELDS);
      await this.db.repository(ProfileFieldEntity).insert({
        id,
        programId,
        key: field.key,
        label: field.label,
        kind: field.kind,
        options: [...(field.options ?? [])],
        askedOf: field.askedOf ?? 'both',
        required: field.required ?? false,
        visibleTo: field.visibleTo ?? 'everybody',
        position: field.position ?? known.length,
        scale: field.scale ?? null,
        createdAt: this.clock.now(),
      });
      await this.audit.record(actor, {
        action: 'program.profile-field-added',
        subjectId: programId,
        fields: [field.key],
      });
    });
    return id;
  }
}
