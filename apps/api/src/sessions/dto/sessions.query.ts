import { PageQuery } from '#http';
import type { SessionSpan } from '#sessions';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const SPANS: readonly SessionSpan[] = ['upcoming', 'past', 'all'];

/** Which sessions to list. */
export class SessionsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: SPANS,
    default: 'all',
    description: '`upcoming`: not over and not cancelled; `past`: all others',
  })
  @IsOptional()
  @IsIn(SPANS, { message: `Give one of ${SPANS.join(', ')}.` })
  span: SessionSpan = 'all';
}
