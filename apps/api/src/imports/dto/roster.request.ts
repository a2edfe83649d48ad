import { MOST_PARTS, PEOPLE_PER_PART, type RosterPerson } from '#profiles';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { LineField, NullIsMissing, ObjectsOnly, ParagraphField, WholeField } from '../../dto/fields.js';

/** A list of short texts without the signs that part the texts of a cell. */
const TextsField = (what: string, longest: number, example: readonly string[], optional: boolean) =>
  function (target: object, key: string): void {
    const message = `Give a list of ${what}, each of 1 to ${longest} characters without ; , | and line breaks.`;
    const document = optional ? ApiPropertyOptional : ApiProperty;
    document({ type: [String], example: [...example], maxItems: 50 })(target, key);
    if (optional) IsOptional()(target, key);
    IsArray({ message })(target, key);
    ArrayMaxSize(50, { message: `Give at most 50 ${what}.` })(target, key);
    IsString({ each: true, message })(target, key);
    Length(1, longest, { each: true, message })(target, key);
    Matches(/^[^;,|\p{Cc}]+$/u, { each: true, message })(target, key);
  };

/** A skill of a person in a list. */
export class RosterSkillRequest {
  @LineField({ min: 1, max: 80, example: 'JavaScript' })
  @Matches(/^[^;,|]*$/, { message: 'Give a name without ; , and |.' })
  name!: string;

  @WholeField({
    min: 1,
    max: 5,
    example: 3,
    description: 'A mentor’s level 1–5, or a mentee’s priority 1–3 (3 = most wanted)',
  })
  rank!: number;
}

/** A person of a list. */
export class RosterPersonRequest implements RosterPerson {
  @LineField({ max: 200, optional: true, example: 'E-1042', description: 'The organisation’s own id' })
  id?: string;

  @LineField({ max: 200, example: 'Ana Costa' })
  name!: string;

  @LineField({ max: 254, example: 'ana@example.org' })
  email!: string;

  @LineField({ max: 60, optional: true, example: 'PT' })
  country?: string;

  @LineField({ max: 60, optional: true, example: 'Europe/Lisbon' })
  timeZone?: string;

  @TextsField('languages', 60, ['en', 'pt'], false)
  languages!: string[];

  @LineField({ max: 200, optional: true, example: 'Lanternfish' })
  organisation?: string;

  @WholeField({ min: 0, max: 80, optional: true, example: 12 })
  yearsExperience?: number;

  @TextsField('windows', 60, ['MO 18:00-20:00'], true)
  availability?: string[];

  @LineField({ max: 254, optional: true, example: 'bo@example.org' })
  managerEmail?: string;

  @LineField({ max: 200, optional: true, example: 'Research' })
  department?: string;

  @LineField({ max: 200, optional: true, example: 'Senior' })
  grade?: string;

  @ApiPropertyOptional({ type: [RosterSkillRequest], maxItems: 50 })
  @IsOptional()
  @IsArray({ message: 'Give a list of skills.' })
  @ArrayMaxSize(50, { message: 'Give at most 50 skills.' })
  @ObjectsOnly('Give skills of {"name", "rank"}.')
  @ValidateNested({ each: true, message: 'Give skills of {"name", "rank"}.' })
  @Type(() => RosterSkillRequest)
  skills?: RosterSkillRequest[];

  @TextsField('goals', 80, ['leadership'], true)
  goals?: string[];

  @ParagraphField({ max: 2_000, optional: true, example: 'I would like to lead a team.' })
  goalStatement?: string;

  @WholeField({ min: 0, max: 50, optional: true, example: 2 })
  capacity?: number;
}

/** One part of a list. */
export class RosterPartRequest {
  @ApiProperty({ type: [RosterPersonRequest], minItems: 1, maxItems: PEOPLE_PER_PART })
  @IsArray({ message: 'Give a list of people.' })
  @ArrayMinSize(1, { message: 'Give at least one person.' })
  @ArrayMaxSize(PEOPLE_PER_PART, {
    message: `Give at most ${PEOPLE_PER_PART} people at once; a longer list comes in parts.`,
  })
  @ObjectsOnly('Give a list of people.')
  @ValidateNested({ each: true, message: 'Give a list of people.' })
  @Type(() => RosterPersonRequest)
  people!: RosterPersonRequest[];
}

/** The beginning of a list that comes in parts. */
export class BeginRosterRequest {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Write to nobody yet: a wave of invitations does, some people at a time',
  })
  @NullIsMissing()
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  holdMails?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'The list names everybody of its role: whoever came by an import and is missing is paused',
  })
  @NullIsMissing()
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  fullList?: boolean;
}

/** A whole list. */
export class PutRosterRequest extends RosterPartRequest {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Write to nobody yet: a wave of invitations does, some people at a time',
  })
  @NullIsMissing()
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  holdMails?: boolean;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'As in a list that comes in parts' })
  @NullIsMissing()
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  fullList?: boolean;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Only compare; nobody is touched' })
  @NullIsMissing()
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  dryRun?: boolean;

  @WholeField({
    min: 0,
    max: 1_000_000,
    optional: true,
    description: 'How many people a full list may pause; needed, and exact, beyond a tenth of them',
  })
  confirmPauses?: number;
}

/** The end of a list that came in parts. */
export class FinishRosterRequest {
  @WholeField({ min: 1, max: MOST_PARTS, example: 20, description: 'How many parts there are' })
  parts!: number;
}
