import { PageQuery } from '#http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const ANSWERS = ['yes', 'no', 'silent'] as const;

/** Query of the list of those who were asked to take part again. */
export class SameAgainPageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ANSWERS })
  @IsOptional()
  @IsIn([...ANSWERS], { message: 'Choose yes, no or silent.' })
  answer?: (typeof ANSWERS)[number];
}
