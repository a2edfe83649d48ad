import type { FullProfileView, PublicProfileView } from '#profiles';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

type Language = PublicProfileView['languages'][number];
type Skill = PublicProfileView['skills'][number];
type Window = PublicProfileView['windows'][number];
type Exception = FullProfileView['exceptions'][number];
type Style = NonNullable<FullProfileView['workingStyle']>;

/** A spoken language. */
export class LanguageResponse {
  @ApiProperty({ example: 'en' })
  code!: string;

  @ApiProperty({ description: '1 basic to 4 full', example: 4 })
  level!: number;

  /** The answer for a language. */
  static from({ code, level }: Language): LanguageResponse {
    return { code, level: level ?? 4 };
  }
}

/** A skill on a profile. */
export class ProfileSkillResponse {
  @ApiProperty({ example: 'react' })
  skillId!: string;

  @ApiProperty({ example: 'React' })
  name!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'A mentor’s level', example: 4 })
  level!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'A mentee’s priority', example: null })
  priority!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'A mentee’s level today', example: null })
  currentLevel!: number | null;

  /** The answer for a skill. */
  static from({ skillId, name, level, priority, currentLevel }: Skill): ProfileSkillResponse {
    return { skillId, name, level, priority, currentLevel };
  }
}

/** A weekly time that usually suits. */
export class WindowResponse {
  @ApiProperty({ example: 'MO' })
  weekday!: string;

  @ApiProperty({ example: 1080 })
  startMinute!: number;

  @ApiProperty({ example: 1200 })
  endMinute!: number;

  /** The answer for a window. */
  static from({ weekday, startMinute, endMinute }: Window): WindowResponse {
    return { weekday, startMinute, endMinute };
  }
}

/** A date that differs from the weekly times. */
export class ExceptionResponse {
  @ApiProperty({ format: 'date', example: '2027-03-01' })
  date!: string;

  @ApiProperty({ enum: ['away', 'extra'], example: 'away' })
  kind!: string;

  @ApiPropertyOptional({ example: 540 })
  startMinute?: number;

  @ApiPropertyOptional({ example: 720 })
  endMinute?: number;

  /** The answer for an exception. */
  static from({ date, kind, startMinute, endMinute }: Exception): ExceptionResponse {
    return {
      date,
      kind,
      ...(startMinute === undefined ? {} : { startMinute }),
      ...(endMinute === undefined ? {} : { endMinute }),
    };
  }
}

/** Answers to the questionnaire on working style. */
export class WorkingStyleResponse {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { plans_ahead: 4 } })
  items!: Record<string, number>;

  @ApiProperty({ type: [String], example: ['curiosity'] })
  values!: string[];

  /** The answer for answers. */
  static from({ items, values }: Style): WorkingStyleResponse {
    return { items: { ...items }, values: [...values] };
  }
}
