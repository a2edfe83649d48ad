import type { EnrolmentSettings } from '#matching';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString } from 'class-validator';

const DATE = 'Give a date that exists, as YYYY-MM-DD, or null.';
const LIMIT = 'Give a whole number from 1 to 100000, or null.';

/** Dates of an enrolment, in the program's zone. What is left out keeps its value; null takes a date away. */
export class EnrolmentSettingsRequest {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-02-01',
    description: 'First day on which people enrol themselves; it opens by itself',
  })
  @IsOptional()
  @IsString({ message: DATE })
  enrolsFrom?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-02-14',
    description: 'Last day of it; it closes by itself, and those who may enrol are asked by mail',
  })
  @IsOptional()
  @IsString({ message: DATE })
  enrolsUntil?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-02-22',
    description: 'Planned day of matching; the run is still started by hand',
  })
  @IsOptional()
  @IsString({ message: DATE })
  matchesOn?: string | null;

  @ApiPropertyOptional({
    type: [Number],
    example: [7, 2],
    description: 'Days before the last one on which those who have not answered are reminded',
  })
  @IsOptional()
  @IsArray({ message: 'Give a list of days.' })
  @IsInt({ each: true, message: 'Give whole numbers of days.' })
  enrolReminderDays?: number[];

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    maximum: 20,
    default: 3,
    description:
      'Working days before the matching on which those enrolled hear that they can skip; null for no such mail',
  })
  @IsOptional()
  @IsInt({ message: 'Give a whole number from 1 to 20, or null.' })
  skipNoticeWorkingDays?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    maximum: 100,
    example: 75,
    description:
      'Per cent of the mentors who must be ready before a run starts; null, the default, for no such condition',
  })
  @IsOptional()
  @IsInt({ message: 'Give a whole number from 1 to 100, or null.' })
  readyMentorsPercent?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    maximum: 100_000,
    example: 40,
    description:
      'Mentors who enrol themselves; whoever comes later waits for a place. Null, the default, for no limit',
  })
  @IsOptional()
  @IsInt({ message: LIMIT })
  mentorLimit?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    maximum: 100_000,
    example: 60,
    description: 'The same for mentees',
  })
  @IsOptional()
  @IsInt({ message: LIMIT })
  menteeLimit?: number | null;

  @ApiPropertyOptional({
    default: false,
    description: 'Whether people who enrol after the close wait for a place, instead of being refused',
  })
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  lateToWaitlist?: boolean;
}

/** The names of these fields: a run does not depend on them. */
export const ENROLMENT_FIELDS = [
  'enrolsFrom',
  'enrolsUntil',
  'matchesOn',
  'enrolReminderDays',
  'skipNoticeWorkingDays',
  'readyMentorsPercent',
  'mentorLimit',
  'menteeLimit',
  'lateToWaitlist',
] as const;

/** How people get into a round. */
export class EnrolmentSettingsResponse implements EnrolmentSettings {
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-02-01' })
  enrolsFrom!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-02-14' })
  enrolsUntil!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-02-22' })
  matchesOn!: string | null;

  @ApiProperty({ type: [Number], example: [7, 2] })
  enrolReminderDays!: readonly number[];

  @ApiProperty({ type: Number, nullable: true, example: 3 })
  skipNoticeWorkingDays!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 75 })
  readyMentorsPercent!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 40 })
  mentorLimit!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 60 })
  menteeLimit!: number | null;

  @ApiProperty({ example: false }) lateToWaitlist!: boolean;
}
