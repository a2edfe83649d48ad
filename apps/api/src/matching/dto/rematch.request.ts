import { REMATCH_STATES, type RematchState } from '#matching';
import { PageQuery } from '#http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { NullIsMissing, ParagraphField } from '../../dto/fields.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** A quiet wish for another partner. */
export class AskRematchRequest {
  @NullIsMissing()
  @ParagraphField({
    max: 1_000,
    optional: true,
    description: 'For the coordinator alone',
    example: 'We both do our best, but I look for somebody closer to product work.',
  })
  note?: string;
}

/** A kind no. */
export class DeclineRematchRequest {
  @NullIsMissing()
  @ParagraphField({
    max: 500,
    optional: true,
    description: 'Quoted in the mail to whoever asked',
    example: 'Let us talk first: I have an idea that may help.',
  })
  answer?: string;
}

/** Which mentorships may end for others. */
export class StartRematchRequest {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Default: those of all open requests of the round',
    example: [ID],
  })
  @IsOptional()
  @IsArray({ message: 'Give a list of mentorships.' })
  @ArrayMaxSize(1_000, { message: 'Give at most 1000 at once.' })
  @IsUUID(undefined, { each: true, message: 'Give ids of mentorships.' })
  mentorshipIds?: string[];
}

/** Query of the admin's list. */
export class RematchRequestsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: [...REMATCH_STATES] })
  @IsOptional()
  @IsIn([...REMATCH_STATES], { message: `Choose one of ${REMATCH_STATES.join(', ')}.` })
  state?: RematchState;
}
