import { MOST_DAYS } from '#matching';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { LineField, NullIsMissing, WholeField } from '../../dto/fields.js';

/** The next edition of a program: either by how many days it is later, or when it starts. */
export class CloneProgramRequest {
  @LineField({ min: 1, max: 120, example: 'Women in Engineering 2028' })
  name!: string;

  @NullIsMissing()
  @WholeField({
    min: -MOST_DAYS,
    max: MOST_DAYS,
    optional: true,
    example: 364,
    description: 'Days by which terms move; closed weeks move by whole weeks. 364 keeps the weekday',
  })
  shiftDays?: number;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description:
      'Instead of shiftDays: the first day of the term of its latest cohort; without one, the day in place of that of its creation',
  })
  @NullIsMissing()
  @IsOptional()
  @IsString({ message: 'Give a date that exists, as YYYY-MM-DD.' })
  startsOn?: string;
}
