import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  InstantField,
  LineField,
  NullIsMissing,
  ObjectsOnly,
  ParagraphField,
  WholeField,
} from '../../dto/fields.js';

/** A skill, by name, alias or id. */
export class SkillRequest {
  @LineField({ min: 1, max: 80, example: 'React' })
  skill!: string;

  @WholeField({ min: 1, max: 5, optional: true, example: 4, description: 'Mentors: the level offered' })
  level?: number;

  @WholeField({ min: 1, max: 3, optional: true, example: 3, description: 'Mentees: 3 is wanted most' })
  priority?: number;

  @WholeField({ min: 1, max: 5, optional: true, example: 2, description: 'Mentees: where they are today' })
  currentLevel?: number;
}

/** A spoken language. */
export class LanguageRequest {
  @LineField({ min: 2, max: 2, example: 'en', description: 'ISO 639-1' })
  code!: string;

  @WholeField({
    min: 1,
    max: 4,
    optional: true,
    example: 3,
    description: '1 basic to 4 full; full when missing',
  })
  level?: number;
}

/** A weekly time that usually suits. */
export class WindowRequest {
  @LineField({ min: 2, max: 2, example: 'MO', description: 'MO, TU, WE, TH, FR, SA, SU' })
  weekday!: string;

  @WholeField({ min: 0, max: 1440, example: 1080, description: 'Minutes after local midnight' })
  startMinute!: number;

  @WholeField({ min: 0, max: 1440, example: 1200, description: '1440 is 24:00' })
  endMinute!: number;
}

/** A date that differs from the weekly times. */
export class ExceptionRequest {
  @LineField({ min: 10, max: 10, example: '2027-03-01' })
  date!: string;

  @LineField({ min: 1, max: 10, example: 'away', description: 'away or extra' })
  kind!: string;

  @WholeField({ min: 0, max: 1440, optional: true, example: 540, description: 'The whole day when missing' })
  startMinute?: number;

  @WholeField({ min: 0, max: 1440, optional: true, example: 720 })
  endMinute?: number;
}

/** Answers to the optional questionnaire on working style. */
export class WorkingStyleRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1, maximum: 5 },
    example: { plans_ahead: 4, direct_feedback: 5 },
  })
  @IsObject({ message: 'Give answers from 1 to 5 by item.' })
  items!: Record<string, unknown>;

  @ApiProperty({ type: [String], maxItems: 10, example: ['curiosity', 'fairness'] })
  @IsArray({ message: 'Give a list of values.' })
  @ArrayMaxSize(10, { message: 'Give at most 10 values.' })
  @IsString({ each: true, message: 'Give values as text.' })
  @MaxLength(40, { each: true, message: 'Give values of at most 40 characters.' })
  values!: string[];
}

const listOf = (message: string, most: number, type: () => new () => object): PropertyDecorator => {
  const decorators = [
    ApiPropertyOptional({ type: [type()], maxItems: most }),
    IsOptional(),
    IsArray({ message }),
    ArrayMaxSize(most, { message: `Give at most ${most} entries.` }),
    ObjectsOnly(message),
    ValidateNested({ each: true, message }),
    Type(type),
  ];
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
};

/** A whole profile; what is missing gets its default. */
export class PutProfileRequest {
  @LineField({ max: 160, optional: true, example: 'Staff engineer, ten years in payments' })
  headline?: string;

  @ParagraphField({
    max: 5_000,
    optional: true,
    example: 'I learned most from people who asked good questions.',
  })
  about?: string;

  @LineField({ min: 2, max: 2, optional: true, example: 'DE', description: 'ISO 3166-1 alpha-2' })
  country?: string | null;

  @LineField({ max: 120, optional: true, example: 'Leipzig' })
  city?: string | null;

  @LineField({ max: 160, optional: true, example: 'Northwind' })
  organisation?: string | null;

  @LineField({ max: 160, optional: true, example: 'Payments' })
  department?: string | null;

  @LineField({ max: 80, optional: true, example: 'L5', description: 'Admins alone' })
  grade?: string | null;

  @LineField({ max: 254, optional: true, example: 'grace@example.org', description: 'Admins alone' })
  managerEmail?: string | null;

  @WholeField({ min: 0, max: 80, optional: true, example: 10 })
  yearsExperience?: number | null;

  @listOf('Give a list of {"code", "level"}.', 20, () => LanguageRequest)
  languages?: LanguageRequest[];

  @listOf('Give a list of {"skill", …}.', 60, () => SkillRequest)
  skills?: SkillRequest[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 20,
    description: 'Keys of goal areas; a mentee’s most important first',
    example: ['leadership', 'networking'],
  })
  @NullIsMissing()
  @IsOptional()
  @IsArray({ message: 'Give a list of goal areas.' })
  @ArrayMaxSize(20, { message: 'Give at most 20 goal areas.' })
  @IsString({ each: true, message: 'Give keys of goal areas.' })
  @MaxLength(40, { each: true, message: 'Give keys of goal areas.' })
  goals?: string[];

  @ParagraphField({ max: 2_000, optional: true, example: 'I want to lead a team within two years.' })
  goalStatement?: string;

  @WholeField({ min: 0, max: 50, optional: true, example: 2, description: 'Mentors: places' })
  capacity?: number;

  @LineField({
    min: 1,
    max: 64,
    optional: true,
    example: 'Europe/Berlin',
    description: 'The account’s when missing',
  })
  timeZone?: string;

  @listOf('Give a list of {"weekday", "startMinute", "endMinute"}.', 70, () => WindowRequest)
  windows?: WindowRequest[];

  @listOf('Give a list of {"date", "kind"}.', 200, () => ExceptionRequest)
  exceptions?: ExceptionRequest[];

  @InstantField({ optional: true })
  awayUntil?: Date | null;

  @LineField({
    min: 1,
    max: 20,
    optional: true,
    example: 'either',
    description: 'online, in_person or either',
  })
  format?: string;

  @ApiPropertyOptional({
    type: Object,
    description: 'Values of the program’s own fields by key; absent keeps them, null empties one',
    example: {},
  })
  @NullIsMissing()
  @IsOptional()
  @IsObject({ message: 'Give an object of values by the key of the field.' })
  fields?: Record<string, unknown>;

  @ApiPropertyOptional({
    type: WorkingStyleRequest,
    description: 'Absent keeps the answers; null removes them',
  })
  @IsOptional()
  @IsObject({ message: 'Give {"items", "values"}.' })
  @ValidateNested({ message: 'Give {"items", "values"}.' })
  @Type(() => WorkingStyleRequest)
  workingStyle?: WorkingStyleRequest | null;
}
