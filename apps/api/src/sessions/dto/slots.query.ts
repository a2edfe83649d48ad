import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { InstantField } from '../../dto/fields.js';
import { LengthField } from './fields.js';

/** Where to look for common times. */
export class SlotsQuery {
  @InstantField({ optional: true, description: 'Earliest start; default now' }) from?: Date;
  @InstantField({ optional: true, description: 'Slots start before this; default two weeks later' })
  to?: Date;
  @Type(() => Number) @LengthField() lengthMinutes?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give a whole number from 1 to 500.' })
  @Min(1, { message: 'Give a whole number from 1 to 500.' })
  @Max(500, { message: 'Give a whole number from 1 to 500.' })
  limit = 100;
}
