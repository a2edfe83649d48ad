import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { createTaxonomy, type CustomSkill, normaliseSkillName, type Taxonomy } from '#skills';
import { Injectable } from '@nestjs/common';
import type { ProgramSkillRow } from '../persistence/program-skill.rows.js';

/** Longest name of a skill. */
export const SKILL_NAME_MAX = 80;
const PREFIX = 'custom:';
/** Taxonomies kept; the least recently asked for goes first. */
const KEPT = 50;

/** Id under which profiles name a skill of a program's own list. */
export function customSkillId(id: string): string {
  return `${PREFIX}${id}`;
}

/** Skills as a program knows them: the built-in taxonomy and the program's own list. */
@Injectable()
export class ProgramSkills {
  private readonly kept = new Map<string, { readonly fingerprint: string; readonly taxonomy: Taxonomy }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The taxonomy with the program's own skills as they are now; built again only when they have changed. */
  async loadTaxonomy(programId: string): Promise<Taxonomy> {
    const custom = await this.listCustom(programId);
    const fingerprint = JSON.stringify(custom);
    const known = this.kept.get(programId);
    const taxonomy = known?.fingerprint === fingerprint ? known.taxonomy : createTaxonomy(custom);
    this.kept.delete(programId);
    this.kept.set(programId, { fingerprint, taxonomy });
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && oldest.done !== true) this.kept.delete(oldest.value);
    return taxonomy;
  }

  /**
   * The skills behind texts (names, aliases or ids). What the taxonomy does not know goes to the program's own list; a
   * text that names no skill (signs alone, too long, an id of somebody else's list) gets an empty list.
   *
   * @returns ids by text as it was given
   */
  async resolve(
    programId: string,
    texts: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const taxonomy = await this.loadTaxonomy(programId);
    const found = new Map<string, readonly string[]>();
    const unknown = new Map<string, string>();
    for (const text of new Set(texts)) {
      const ids = taxonomy.resolveAll(text);
      found.set(text, ids);
      if (ids.length === 0 && isName(text)) unknown.set(normaliseSkillName(text), text.trim());
    }
    if (unknown.size === 0) return found;
    const created = await this.findOrCreate(programId, unknown);
    for (const [text, ids] of found) {
      const id = isName(text) && ids.length === 0 ? created.get(normaliseSkillName(text)) : undefined;
      if (id !== undefined) found.set(text, [id]);
    }
    return found;
  }

  private async listCustom(programId: string): Promise<CustomSkill[]> {
    const rows = await this.db.query<ProgramSkillRow>(
      `SELECT id, name, merged_into FROM program_skill WHERE program_id = $1 ORDER BY id`,
      [programId],
    );
    return rows.map(({ id, name, merged_into }) => ({
      id: customSkillId(id),
      name,
      ...(merged_into === null ? {} : { mergedInto: merged_into }),
    }));
  }

  /** @returns skill ids by normalised name */
  private async findOrCreate(
    programId: string,
    names: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    const keys = sorted.map(([key]) => key);
    const rows = await this.db.transaction(async () => {
      await this.db.query(
        `INSERT INTO program_skill (id, program_id, name, normalized_name, created_at)
         SELECT id, $1, name, key, $5 FROM unnest($2::uuid[], $3::text[], $4::text[]) AS t(id, name, key)
         ON CONFLICT ON CONSTRAINT program_skill_name_key DO NOTHING`,
        [
          programId,
          sorted.map(() => this.ids.next()),
          sorted.map(([, name]) => name),
          keys,
          this.clock.now(),
        ],
      );
      return this.db.query<{ id: string; normalized_name: string }>(
        `SELECT id, normalized_name FROM program_skill WHERE program_id = $1 AND normalized_name = ANY($2)`,
        [programId, keys],
      );
    });
    return new Map(rows.map((row) => [row.normalized_name, customSkillId(row.id)]));
  }
}

function isName(text: string): boolean {
  return text.length <= SKILL_NAME_MAX && !text.startsWith(PREFIX) && normaliseSkillName(text) !== '';
}
