import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { ObjectsOnly } from '../../dto/fields.js';
import { CreateCohortRequest } from './cohort.request.js';
import { StartRunRequest } from './readiness.dto.js';
import { ENROLMENT_FIELDS } from './enrolment-settings.dto.js';

/** Settings to try; what is left out stays as the round has it. */
export class VariantSettingsRequest extends PartialType(
  OmitType(CreateCohortRequest, [
    'name',
    'tellUnmatched',
    'holdWorkingDays',
    'meanwhile',
    ...ENROLMENT_FIELDS,
  ] as const),
) {}

/** One of several settings to try. */
export class VariantRequest {
  @ApiProperty({ example: 'Skills count more', minLength: 1, maxLength: 60 })
  @IsString({ message: 'Give a label of 1 to 60 characters.' })
  @Length(1, 60, { message: 'Give a label of 1 to 60 characters.' })
  label!: string;

  @ApiProperty({ type: VariantSettingsRequest, example: { objective: 'fair' } })
  @IsObject({ message: 'Give an object of settings.' })
  @ValidateNested()
  @Type(() => VariantSettingsRequest)
  settings!: VariantSettingsRequest;
}

/** Settings to try side by side. */
export class TryVariantsRequest extends StartRunRequest {
  @ApiProperty({ type: [VariantRequest], minItems: 1, maxItems: 8 })
  @IsArray({ message: 'Give a list of variants.' })
  @ArrayMinSize(1, { message: 'Give at least one variant.' })
  @ArrayMaxSize(8, { message: 'Try at most 8 variants at once.' })
  @ObjectsOnly('Give variants of {"label", "settings"}.')
  @ValidateNested({ each: true, message: 'Give variants of {"label", "settings"}.' })
  @Type(() => VariantRequest)
  variants!: VariantRequest[];
}
