import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { customSkillId, ProgramSkills } from '#programs';
import { Injectable } from '@nestjs/common';

/** A skill that somebody of the program typed and that the taxonomy does not know. */
export interface ProgramSkillView {
  /** Id in the program's own list. */
  readonly id: string;
  /** Id as profiles name it. */
  readonly skillId: string;
  readonly name: string;
  /** What it stands for since it was merged. */
  readonly mergedInto: { readonly skillId: string; readonly name: string } | null;
  /** Profiles that name it. */
  readonly profiles: number;
  /** Known skills that it may have meant, the closest first. */
  readonly suggestions: readonly { readonly skillId: string; readonly name: string }[];
}

interface Row {
  id: string;
  name: string;
  normalized_name: string;
  merged_into: string | null;
  profiles: number;
}

/** Reads a program's own list of skills. */
@Injectable()
export class ProgramSkillQueries {
  constructor(
    private readonly db: Database,
    private readonly skills: ProgramSkills,
  ) {}

  /** The list by name; without `includeMerged` only what an admin may still want to merge. */
  async list(
    programId: string,
    filter: { readonly includeMerged: boolean },
    page: PageRequest,
  ): Promise<Page<ProgramSkillView>> {
    const after = decodeCursor(page.cursor, ['text'])?.[0] ?? null;
    const rows = await this.db.query<Row>(
      `SELECT s.id, s.name, s.normalized_name, s.merged_into,
         (SELECT count(*)::int FROM profile_skill ps JOIN profile p ON p.id = ps.profile_id
          WHERE p.program_id = s.program_id AND ps.skill_id = 'custom:' || s.id) AS profiles
       FROM program_skill s
       WHERE s.program_id = $1 AND ($2 OR s.merged_into IS NULL) AND ($3::text IS NULL OR s.normalized_name > $3)
       ORDER BY s.normalized_name LIMIT $4`,
      [programId, filter.includeMerged, after, page.limit + 1],
    );
    const taxonomy = await this.skills.loadTaxonomy(programId);
    const { items, nextCursor } = toPage(rows, page.limit, (last) => encodeCursor([last.normalized_name]));
    return {
      nextCursor,
      items: items.map((row) => {
        const skillId = customSkillId(row.id);
        const target = row.merged_into === null ? null : taxonomy.get(row.merged_into);
        return {
          id: row.id,
          skillId,
          name: row.name,
          mergedInto: target === null ? null : { skillId: target.id, name: target.name },
          profiles: row.profiles,
          suggestions: taxonomy
            .suggest(row.name, 4)
            .filter(({ skill }) => skill.id !== skillId)
            .slice(0, 3)
            .map(({ skill }) => ({ skillId: skill.id, name: skill.name })),
        };
      }),
    };
  }
}
