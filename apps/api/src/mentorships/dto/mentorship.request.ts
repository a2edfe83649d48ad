import { PageQuery } from '#http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const STATES = ['proposed', 'active', 'paused', 'completed', 'ended'];

/** Why a mentorship ends early. */
export class EndMentorshipRequest {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 500,
    description: 'Read by whoever gave it and the coordinator, never by the partner',
    example: 'We found that our goals differ',
  })
  @IsOptional()
  @IsString({ message: 'Give a text.' })
  @MaxLength(500, { message: 'Give at most 500 characters.' })
  reason?: string | null;
}

/** Query of the admin's list. */
export class MentorshipsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES, { message: `Choose one of ${STATES.join(', ')}.` })
  state?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Participation of either side' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the id of a participation.' })
  participationId?: string;
}
