import { TEMPLATE_KEYS, type TemplateKey } from '#programs';
import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ChoiceField, LineField, NullIsMissing, ObjectsOnly, ParagraphField } from '../../dto/fields.js';

/** An entry of the program's list of goal areas. */
export class GoalAreaRequest {
  @LineField({ min: 1, max: 40, example: 'career_change', description: 'Lower case letters, digits and "_"' })
  @Matches(/^[a-z][a-z0-9_]*$/, {
    message: 'Use lower case letters, digits and "_", starting with a letter.',
  })
  key!: string;

  @LineField({ min: 1, max: 80, example: 'Career change' })
  label!: string;
}

/** A new program. */
export class CreateProgramRequest {
  @LineField({ min: 1, max: 120, example: 'Women in Engineering 2027' })
  name!: string;

  @ParagraphField({ max: 4_000, optional: true, example: 'Six months, one mentor, at least six talks.' })
  description?: string;

  @LineField({
    min: 1,
    max: 64,
    example: 'Europe/Berlin',
    description: 'Zone in which the program’s days begin',
  })
  timeZone!: string;

  @ApiPropertyOptional({ type: [GoalAreaRequest], description: 'Twelve usual ones when missing' })
  @IsOptional()
  @IsArray({ message: 'Give a list of {"key", "label"}.' })
  @ArrayMinSize(1, { message: 'Give at least one goal area.' })
  @ArrayMaxSize(50, { message: 'Give at most 50 goal areas.' })
  @ObjectsOnly('Give a list of {"key", "label"}.')
  @ValidateNested({ each: true, message: 'Give a list of {"key", "label"}.' })
  @Type(() => GoalAreaRequest)
  goalAreas?: GoalAreaRequest[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Settings that differ from the defaults, by name; see the settings of a program',
    example: { answerWithinWorkingDays: 3, sessionReminderMinutes: [1440, 60], closedWeeks: [] },
  })
  @IsOptional()
  @IsObject({ message: 'Give an object of settings.' })
  settings?: Record<string, unknown>;

  @NullIsMissing()
  @ChoiceField(TEMPLATE_KEYS, {
    optional: true,
    description: 'Sets what is left out here, and makes a first round as a draft; see the list of templates',
  })
  template?: TemplateKey;
}

/** What is to change; what is missing stays. */
export class UpdateProgramRequest extends PartialType(
  OmitType(CreateProgramRequest, ['template'] as const),
) {}
