import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { PageRequest } from '#kernel';

/** Query of every list: `?limit=20&cursor=…`. */
export class PageQuery implements PageRequest {
  @ApiPropertyOptional({
    description: 'Items on a page',
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before', type: String })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor: string | null = null;
}
