import { Database } from '#database';
import { ProfileFields } from '#profiles';
import { AuditLog, type ProgramActor } from '#programs';
import { FIELD_PREFIX, listOfRules, type Rules, type Weights } from '#scoring';
import { Injectable } from '@nestjs/common';
import { FieldInUseError } from '../matching.errors.js';

/** Settings that may name a field; without a name those of the newest run, by which mentors are listed. */
interface SettingsRow {
  name: string | null;
  rules: Rules;
  weights: Weights;
}

/** Takes a field off the profiles of a program, with all that people put in. */
@Injectable()
export class DeleteProfileField {
  constructor(
    private readonly db: Database,
    private readonly fields: ProfileFields,
    private readonly audit: AuditLog,
  ) {}

  /** @throws FieldUnknownError, FieldInUseError that says where */
  async execute(id: string, actor: ProgramActor): Promise<void> {
    const { programId } = actor;
    await this.db.transaction(async () => {
      // Waits for everybody who is just storing settings that may name it; see `holdSpecs`.
      await this.db.query(`SELECT 1 FROM profile_field WHERE id = $1 AND program_id = $2 FOR UPDATE`, [
        id,
        programId,
      ]);
      const { key, label } = await this.fields.get(programId, id);
      const uses = await this.usesOf(programId, `${FIELD_PREFIX}${key}`);
      if (uses.length > 0) throw new FieldInUseError(label, uses);
      await this.db.query(`DELETE FROM profile_field WHERE id = $1`, [id]);
      await this.db.query(
        `UPDATE profile SET fields = fields - $2::text, version = version + 1 WHERE program_id = $1 AND fields ? $2`,
        [programId, key],
      );
      await this.audit.record(actor, {
        action: 'program.profile-field-deleted',
        subjectId: programId,
        fields: [key],
      });
    });
  }

  /** Where settings that still matter name it, in words. */
  private async usesOf(programId: string, subject: string): Promise<string[]> {
    const rows = await this.db.query<SettingsRow>(
      `SELECT name, rules, weights FROM cohort
       WHERE program_id = $1 AND state IN ('draft', 'open', 'closed', 'matching')
       UNION ALL
       (SELECT NULL, parameters->'rules', parameters->'weights' FROM match_run
        WHERE program_id = $1 AND state = 'succeeded' ORDER BY id DESC LIMIT 1)`,
      [programId],
    );
    return rows.flatMap(({ name, rules, weights }) => {
      const where = name === null ? 'the newest run, by which mentors are listed' : `“${name}”`;
      const byRules = listOfRules(rules).flatMap((rule, index) =>
        'of' in rule && (rule.of === subject || rule.for?.of === subject)
          ? [`rule ${index + 1} of ${where}`]
          : [],
      );
      return Object.hasOwn(weights, subject) ? [...byRules, `a weight of ${where}`] : byRules;
    });
  }
}
