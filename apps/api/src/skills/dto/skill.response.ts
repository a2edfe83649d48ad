import type { Page } from '#kernel';
import type { ProgramSkillView } from '#profiles';
import type { Skill } from '#skills';
import { ApiProperty } from '@nestjs/swagger';

/** A skill of the taxonomy. */
export class SkillResponse {
  @ApiProperty({ example: 'javascript' })
  id!: string;

  @ApiProperty({ example: 'JavaScript' })
  name!: string;

  @ApiProperty({ enum: ['professional', 'interpersonal'], example: 'professional' })
  kind!: string;

  @ApiProperty({ example: 'Web' })
  category!: string;

  @ApiProperty({ type: [String], example: ['js', 'ECMAScript'] })
  aliases!: string[];

  /** The answer for a skill. */
  static from({ id, name, kind, category, aliases }: Skill): SkillResponse {
    return { id, name, kind, category, aliases: [...aliases] };
  }
}

/** Skills that a search found. */
export class SkillsResponse {
  @ApiProperty({ type: [SkillResponse] })
  items!: SkillResponse[];
}

/** A known skill, by id and name. */
export class NamedSkillResponse {
  @ApiProperty({ example: 'javascript' })
  skillId!: string;

  @ApiProperty({ example: 'JavaScript' })
  name!: string;
}

/** A skill of a program's own list. */
export class ProgramSkillResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6076' })
  id!: string;

  @ApiProperty({ example: 'custom:019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6076' })
  skillId!: string;

  @ApiProperty({ example: 'Javascirpt' })
  name!: string;

  @ApiProperty({ type: NamedSkillResponse, nullable: true })
  mergedInto!: NamedSkillResponse | null;

  @ApiProperty({ description: 'Profiles that name it', example: 3 })
  profiles!: number;

  @ApiProperty({ type: [NamedSkillResponse] })
  suggestions!: NamedSkillResponse[];

  /** The answer for such a skill. */
  static from(view: ProgramSkillView): ProgramSkillResponse {
    const { mergedInto } = view;
    return {
      id: view.id,
      skillId: view.skillId,
      name: view.name,
      mergedInto: mergedInto === null ? null : { skillId: mergedInto.skillId, name: mergedInto.name },
      profiles: view.profiles,
      suggestions: view.suggestions.map(({ skillId, name }) => ({ skillId, name })),
    };
  }
}

/** A page of a program's own list. */
export class ProgramSkillsResponse {
  @ApiProperty({ type: [ProgramSkillResponse] })
  items!: ProgramSkillResponse[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;

  /** The answer for a page. */
  static from({ items, nextCursor }: Page<ProgramSkillView>): ProgramSkillsResponse {
    return { items: items.map((item) => ProgramSkillResponse.from(item)), nextCursor };
  }
}

/** What a merge has done. */
export class MergedSkillResponse {
  @ApiProperty({ description: 'What profiles name now', example: 'javascript' })
  skillId!: string;

  @ApiProperty({ description: 'Profiles that were changed', example: 3 })
  profiles!: number;
}
