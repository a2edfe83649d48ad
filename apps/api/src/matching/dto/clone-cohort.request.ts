import type { KeptOverride } from '#matching';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import { LineField, NullIsMissing } from '../../dto/fields.js';

const KINDS = 'Give a list of "lock" and "forbid", or leave it out.';

/** The next round of a round. */
export class CloneCohortRequest {
  @LineField({ min: 1, max: 120, example: 'Autumn 2027' })
  name!: string;

  @ApiProperty({ format: 'date', example: '2027-09-06', description: 'First day of the term' })
  @IsString({ message: 'Give a date that exists, as YYYY-MM-DD.' })
  termFrom!: string;

  @ApiPropertyOptional({
    type: [String],
    enum: ['lock', 'forbid'],
    example: ['forbid'],
    description: 'What you said of pairs and is to count again once both are enrolled',
  })
  @NullIsMissing()
  @IsOptional()
  @IsArray({ message: KINDS })
  @ArrayMaxSize(2, { message: KINDS })
  @IsIn(['lock', 'forbid'], { each: true, message: KINDS })
  keepOverrides?: KeptOverride[];
}
