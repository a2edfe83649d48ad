import { MOST_OPTIONS } from '#profiles';
import { FIELD_KINDS } from '#scoring';
import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChoiceField, LineField, NullIsMissing, Trimmed, WholeField } from '../../dto/fields.js';

/** A field to be added to the profiles of a program. */
export class AddProfileFieldRequest {
  @NullIsMissing()
  @LineField({
    min: 1,
    max: 40,
    optional: true,
    example: 'focus-area',
    description: 'Lower case letters, digits and hyphens, for good; made of the label when missing',
  })
  key?: string;

  @LineField({ min: 1, max: 120, example: 'Focus area' })
  label!: string;

  @ChoiceField(FIELD_KINDS, { example: 'multi-choice', description: 'For good' })
  kind!: string;

  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_OPTIONS,
    description: 'Of choices: what can be chosen',
    example: ['Research', 'Teaching', 'Industry'],
  })
  @NullIsMissing()
  @IsOptional()
  @IsArray({ message: 'Give a list of options.' })
  @ArrayMaxSize(MOST_OPTIONS, { message: `Give at most ${MOST_OPTIONS} options.` })
  @IsString({ each: true, message: 'Give options as text.' })
  @MaxLength(80, { each: true, message: 'Give options of at most 80 characters.' })
  @Trimmed()
  options?: string[];

  @NullIsMissing()
  @ChoiceField(['mentee', 'mentor', 'both'], {
    optional: true,
    example: 'both',
    description: 'Of whom it is asked',
  })
  askedOf?: string;

  @ApiPropertyOptional({ default: false, description: 'People can’t save their profile without it' })
  @NullIsMissing()
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  required?: boolean;

  @NullIsMissing()
  @ChoiceField(['everybody', 'admins'], {
    optional: true,
    example: 'everybody',
    description: 'Who reads what others put in',
  })
  visibleTo?: string;

  @NullIsMissing()
  @WholeField({ min: 0, max: 1_000, optional: true, example: 3, description: 'Place in forms' })
  position?: number;

  @WholeField({
    min: 1,
    max: 1_000_000,
    optional: true,
    example: null,
    description: 'Of numbers: so far apart they have nothing in common in a score',
  })
  scale?: number | null;
}

/** What to change of a field; what is left out stays. Key and kind stay for good. */
export class ChangeProfileFieldRequest extends PartialType(
  OmitType(AddProfileFieldRequest, ['key', 'kind'] as const),
) {}
