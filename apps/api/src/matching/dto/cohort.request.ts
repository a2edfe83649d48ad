import { CONFIRMATIONS, LONGEST_HOLD, OBJECTIVES, TELL_UNMATCHED } from '#matching';
import { MOST_RULES, RULE_KINDS } from '#scoring';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { EnrolmentSettingsRequest } from './enrolment-settings.dto.js';
import { ObjectsOnly } from '../../dto/fields.js';

/** A new round of matching. What is left out gets a default. */
export class CreateCohortRequest extends EnrolmentSettingsRequest {
  @ApiProperty({ example: 'Spring 2027', maxLength: 120 })
  @IsString({ message: 'Give a name as text.' })
  name!: string;

  @ApiPropertyOptional({
    enum: [...OBJECTIVES],
    default: 'coverage',
    description:
      'What the best matching is: most pairs first (coverage), highest total (total), nobody would rather swap (stable), or the best worst pair (fair)',
  })
  @IsOptional()
  @IsString({ message: `Choose one of ${OBJECTIVES.join(', ')}.` })
  objective?: string;

  @ApiPropertyOptional({
    enum: ['waited', 'score'],
    default: 'waited',
    description: 'Who comes first when places are scarce',
  })
  @IsOptional()
  @IsString({ message: 'Choose one of waited, score.' })
  order?: string;

  @ApiPropertyOptional({
    type: Object,
    description:
      'Whole per cents that sum to 100; features left out count 0. A field of the program counts as `field:<key>`',
    example: {
      skills: 35,
      goals: 20,
      wishes: 20,
      availability: 10,
      style: 5,
      experience: 5,
      language: 5,
      place: 0,
    },
  })
  @IsOptional()
  @IsObject({ message: 'Give an object of weights by feature.' })
  weights?: Record<string, unknown>;

  @ApiPropertyOptional({
    type: Object,
    description: 'Hard rules in short; those left out keep their value',
    example: { maximumZoneGapHours: 6, minimumLanguageLevel: 2 },
  })
  @IsOptional()
  @IsObject({ message: 'Give an object of rules by name.' })
  rules?: Record<string, unknown>;

  @ApiPropertyOptional({
    type: [Object],
    maxItems: MOST_RULES,
    description: `All hard rules as a list, instead of "rules": a rule that the list leaves out is off. Kinds: ${RULE_KINDS.join(', ')}`,
  })
  @IsOptional()
  @IsArray({ message: 'Give a list of rules.' })
  @ArrayMaxSize(MOST_RULES, { message: `Give at most ${MOST_RULES} rules.` })
  @ObjectsOnly('Give rules of {"kind", …}.')
  ruleList?: Record<string, unknown>[];

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 10_000,
    default: 0,
    description: 'Pairs that score less are not made',
  })
  @IsOptional()
  @IsInt({ message: 'Give a whole number from 0 to 10000.' })
  minScore?: number;

  @ApiPropertyOptional({
    example: 'spring-27',
    maxLength: 60,
    description: 'Draws the lottery; published with each run',
  })
  @IsOptional()
  @IsString({ message: 'Give a text.' })
  seed?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2027-03-01',
    description: 'First day of the term; default today',
  })
  @IsOptional()
  @IsString({ message: 'Give a date that exists, as YYYY-MM-DD.' })
  termFrom?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 104, default: 26 })
  @IsOptional()
  @IsInt({ message: 'Give a whole number of weeks from 1 to 104.' })
  termWeeks?: number;

  @ApiPropertyOptional({
    enum: [...TELL_UNMATCHED],
    default: 'after-hold',
    description: 'When those left without a partner are told: at the publication, or after a hold',
  })
  @IsOptional()
  @IsString({ message: `Choose one of ${TELL_UNMATCHED.join(', ')}.` })
  tellUnmatched?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: LONGEST_HOLD,
    default: LONGEST_HOLD,
    description: 'Working days of the hold; closed weeks stop it',
  })
  @IsOptional()
  @IsInt({ message: `Give a whole number from 1 to ${LONGEST_HOLD}.` })
  holdWorkingDays?: number;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 300,
    description: 'What there is meanwhile for those left without a partner; quoted in their mail',
    example: 'Sam holds an open hour on Thursdays at 17:00.',
  })
  @IsOptional()
  @IsString({ message: 'Give a text.' })
  meanwhile?: string | null;

  @ApiPropertyOptional({
    enum: [...CONFIRMATIONS],
    default: 'none',
    description: 'Who has to say yes before a published pair starts: nobody, the mentor, or both',
  })
  @IsOptional()
  @IsString({ message: `Choose one of ${CONFIRMATIONS.join(', ')}.` })
  confirmation?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 20,
    default: 3,
    description: 'Working days of the program that people have to answer',
  })
  @IsOptional()
  @IsInt({ message: 'Give a whole number from 1 to 20.' })
  confirmWithinWorkingDays?: number;

  @ApiPropertyOptional({
    default: false,
    description: 'Whether the next best mentor is proposed by itself when a proposal comes to nothing',
  })
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  proposeNextBest?: boolean;
}

/** Settings to change; what is left out stays. */
export class UpdateCohortRequest extends PartialType(CreateCohortRequest) {}

/** Who is to take part: ids, or everybody who is active. */
export class EnrolMembersRequest {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Participations of mentors and mentees',
  })
  @ValidateIf((body: EnrolMembersRequest) => body.everybody !== true || body.participationIds !== undefined)
  @IsArray({ message: 'Give a list of participations, or "everybody": true.' })
  @ArrayMaxSize(20_000, { message: 'Give at most 20000 at once.' })
  @IsUUID(undefined, { each: true, message: 'Give ids of participations.' })
  participationIds?: string[];

  @ApiPropertyOptional({ enum: [true], description: 'Everybody who is approved or active' })
  @IsOptional()
  @IsIn([true], { message: 'Leave it out, or give true.' })
  everybody?: true;
}

/** An admin's word on a pair. */
export class PairOverrideRequest {
  @ApiProperty({ enum: ['lock', 'forbid'], example: 'lock' })
  @IsIn(['lock', 'forbid'], { message: 'Choose lock or forbid.' })
  kind!: 'lock' | 'forbid';

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 500,
    example: 'Asked for by both managers',
  })
  @IsOptional()
  @IsString({ message: 'Give a text.' })
  @MaxLength(500, { message: 'Give at most 500 characters.' })
  note?: string | null;
}
