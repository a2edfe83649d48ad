import { PageQuery } from '#http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { LineField } from '../../dto/fields.js';

/** Query of the search for skills. */
export class SkillQuery {
  @LineField({ max: 80, optional: true, example: 'js', description: 'Part of a name, alias or category' })
  query = '';

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give a whole number from 1 to 100.' })
  @Min(1, { message: 'Give a whole number from 1 to 100.' })
  @Max(100, { message: 'Give a whole number from 1 to 100.' })
  limit = 20;
}

/** Query of a program's own list of skills. */
export class ProgramSkillsQuery extends PageQuery {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Also those that stand for another one since a merge',
  })
  @IsOptional()
  @Transform(({ value }): unknown => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'Give true or false.' })
  includeMerged = false;
}
