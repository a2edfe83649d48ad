import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { ChoiceField, InstantField, WholeField } from '../../dto/fields.js';

/** A plan of mails to imported people. */
export class CreateWaveRequest {
  @ChoiceField(['mentor', 'mentee'], { optional: true, example: 'mentor', description: 'Both when missing' })
  role?: 'mentor' | 'mentee';

  @WholeField({
    min: 1,
    max: 20_000,
    optional: true,
    example: 50,
    description: 'People at a time; or give percent',
  })
  size?: number;

  @WholeField({
    min: 1,
    max: 100,
    optional: true,
    description: 'People at a time, in per cent of those who wait now; or give size',
  })
  percent?: number;

  @ApiPropertyOptional({ description: 'At once when missing' })
  @IsOptional()
  @InstantField({ optional: true })
  startsAt?: Date;

  @WholeField({ min: 1, max: 720, example: 24, description: 'Hours from one time to the next' })
  everyHours!: number;
}
