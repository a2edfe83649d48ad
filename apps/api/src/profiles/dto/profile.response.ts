import type { FullProfileView, PublicProfileView } from '#profiles';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ExceptionResponse,
  LanguageResponse,
  ProfileSkillResponse,
  WindowResponse,
  WorkingStyleResponse,
} from './profile-parts.response.js';

/** A profile. What others don't see is there for the person and for admins alone. */
export class ProfileResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074' })
  participationId!: string;

  @ApiProperty({ enum: ['mentor', 'mentee'], example: 'mentor' })
  role!: string;

  @ApiProperty({ enum: ['invited', 'applied', 'approved', 'active', 'paused'], example: 'active' })
  state!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name!: string;

  @ApiProperty({ example: 'Staff engineer, ten years in payments' })
  headline!: string;

  @ApiProperty({ example: 'I learned most from people who asked good questions.' })
  about!: string;

  @ApiProperty({ type: String, nullable: true, example: 'DE' })
  country!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Leipzig' })
  city!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Northwind' })
  organisation!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Payments' })
  department!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 10 })
  yearsExperience!: number | null;

  @ApiProperty({ type: [LanguageResponse] })
  languages!: LanguageResponse[];

  @ApiProperty({ type: [ProfileSkillResponse] })
  skills!: ProfileSkillResponse[];

  @ApiProperty({ type: [String], example: ['leadership'] })
  goals!: string[];

  @ApiProperty({ example: 'I want to lead a team within two years.' })
  goalStatement!: string;

  @ApiProperty({ example: 2 })
  capacity!: number;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;

  @ApiProperty({ type: [WindowResponse] })
  windows!: WindowResponse[];

  @ApiProperty({ enum: ['online', 'in_person', 'either'], example: 'either' })
  format!: string;

  @ApiProperty({
    type: Object,
    description: 'What is in the program’s own fields, by key; of others only what everybody reads',
    example: { 'focus-area': ['Research'] },
  })
  fields!: object;

  @ApiPropertyOptional({ format: 'email', example: 'ada@example.org' })
  email?: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'M017' })
  externalId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'L5' })
  grade?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'grace@example.org' })
  managerEmail?: string | null;

  @ApiPropertyOptional({ type: [ExceptionResponse] })
  exceptions?: ExceptionResponse[];

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, example: null })
  awayUntil?: string | null;

  @ApiPropertyOptional({ type: WorkingStyleResponse, nullable: true, description: 'One’s own alone' })
  workingStyle?: WorkingStyleResponse | null;

  @ApiPropertyOptional({ example: true })
  workingStyleFilled?: boolean;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  updatedAt?: string;

  @ApiPropertyOptional({ description: 'For If-Match, as in the header ETag', example: 3 })
  version?: number;

  /** The answer for a profile, as much of it as the view holds. */
  static from(view: PublicProfileView | FullProfileView): ProfileResponse {
    return Object.assign(publicPart(view), 'version' in view ? fullPart(view) : {});
  }
}

function publicPart(view: PublicProfileView): ProfileResponse {
  return {
    participationId: view.participationId,
    role: view.role,
    state: view.state,
    name: view.name,
    headline: view.headline,
    about: view.about,
    country: view.country,
    city: view.city,
    organisation: view.organisation,
    department: view.department,
    yearsExperience: view.yearsExperience,
    languages: view.languages.map((language) => LanguageResponse.from(language)),
    skills: view.skills.map((skill) => ProfileSkillResponse.from(skill)),
    goals: [...view.goals],
    goalStatement: view.goalStatement,
    capacity: view.capacity,
    timeZone: view.timeZone,
    windows: view.windows.map((window) => WindowResponse.from(window)),
    format: view.format,
    fields: view.fields,
  };
}

function fullPart(view: FullProfileView): Partial<ProfileResponse> {
  return {
    email: view.email,
    externalId: view.externalId,
    grade: view.grade,
    managerEmail: view.managerEmail,
    exceptions: view.exceptions.map((exception) => ExceptionResponse.from(exception)),
    awayUntil: view.awayUntil?.toISOString() ?? null,
    workingStyle: view.workingStyle === null ? null : WorkingStyleResponse.from(view.workingStyle),
    workingStyleFilled: view.workingStyleFilled,
    updatedAt: view.updatedAt.toISOString(),
    version: view.version,
  };
}
