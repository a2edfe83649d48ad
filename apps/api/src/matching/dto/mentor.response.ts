import type { Page } from '#kernel';
import type { DirectoryMentor, DirectoryMentorDetail } from '#matching';
import { ApiProperty } from '@nestjs/swagger';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** A skill that a mentor offers. */
export class OfferedSkillResponse {
  @ApiProperty({ example: 'react' }) skillId!: string;
  @ApiProperty({ example: 'React' }) name!: string;
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: 5, example: 4 }) level!: number | null;
}

/** A spoken language. */
export class MentorLanguageResponse {
  @ApiProperty({ example: 'en' }) code!: string;
  @ApiProperty({ required: false, minimum: 1, maximum: 4, example: 3 }) level?: number | undefined;
}

/** A mentor in the list. */
export class MentorResponse {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ example: 'Grace Hopper' }) name!: string;
  @ApiProperty({ example: 'Compiler engineer who likes to explain' }) headline!: string;
  @ApiProperty({ type: String, nullable: true }) organisation!: string | null;
  @ApiProperty({ type: String, nullable: true }) city!: string | null;
  @ApiProperty({ type: String, nullable: true }) country!: string | null;
  @ApiProperty({ example: 'Europe/Berlin' }) timeZone!: string;
  @ApiProperty({ type: Number, nullable: true }) yearsExperience!: number | null;
  @ApiProperty({ enum: ['online', 'in_person', 'either'] }) format!: string;
  @ApiProperty({ type: [MentorLanguageResponse] }) languages!: readonly MentorLanguageResponse[];
  @ApiProperty({ type: [OfferedSkillResponse] }) skills!: readonly OfferedSkillResponse[];
  @ApiProperty({ type: [String], description: 'Keys of goal areas' }) goals!: readonly string[];
  @ApiProperty({ example: 1 }) freePlaces!: number;
  @ApiProperty({ enum: ['open', 'full', 'paused'], description: 'Whether they can be asked at present' })
  status!: string;
  @ApiProperty({ type: [String], description: 'For the reading mentee, the weightiest first' })
  reasons!: readonly string[];
  @ApiProperty({ type: String, enum: ['strong', 'good', 'possible'], nullable: true }) strength!:
    string | null;
  @ApiProperty({ description: 'Closest to what the mentee asked for' }) closest!: boolean;

  static from({ profile, freePlaces, status, reasons, strength, closest }: DirectoryMentor): MentorResponse {
    return {
      participationId: profile.participationId,
      name: profile.name,
      headline: profile.headline,
      organisation: profile.organisation,
      city: profile.city,
      country: profile.country,
      timeZone: profile.timeZone,
      yearsExperience: profile.yearsExperience,
      format: profile.format,
      languages: profile.languages,
      skills: profile.skills.map(({ skillId, name, level }) => ({ skillId, name, level })),
      goals: profile.goals,
      freePlaces,
      status,
      reasons,
      strength,
      closest,
    };
  }
}

/** A page of mentors. */
export class MentorsResponse {
  @ApiProperty({ type: [MentorResponse] }) items!: MentorResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<DirectoryMentor>): MentorsResponse {
    return { items: items.map((mentor) => MentorResponse.from(mentor)), nextCursor };
  }
}

/** A mentor in full. */
export class MentorDetailResponse extends MentorResponse {
  @ApiProperty() about!: string;
  @ApiProperty({ type: [String], description: 'What is in the way of a match, for the reading mentee' })
  obstacles!: readonly string[];

  static override from(detail: DirectoryMentorDetail): MentorDetailResponse {
    return Object.assign(MentorResponse.from(detail), {
      about: detail.profile.about,
      obstacles: detail.obstacles,
    });
  }
}
