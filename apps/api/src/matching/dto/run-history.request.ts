import { PageQuery } from '#http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PairIdsRequest } from './publication.request.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const MOST = 2_000;

/** New words of a note. */
export class EditRunNoteRequest {
  @ApiProperty({ maxLength: MOST, example: 'Asked both managers; wait for Monday.' })
  @IsString({ message: 'Give a text.' })
  @Matches(/\S/, { message: 'Write something.' })
  @MaxLength(MOST, { message: `Give at most ${MOST} characters.` })
  text!: string;
}

/** A note on a run, or on a pair. */
export class WriteRunNoteRequest extends EditRunNoteRequest {
  @ApiPropertyOptional({
    type: PairIdsRequest,
    description: 'The pair that it is about; leave it out for the run',
    example: { menteeId: ID, mentorId: ID },
  })
  @IsOptional()
  @IsObject({ message: 'Give a pair as {"menteeId", "mentorId"}.' })
  @ValidateNested({ message: 'Give a pair as {"menteeId", "mentorId"}.' })
  @Type(() => PairIdsRequest)
  pair?: PairIdsRequest;
}

/** Query of the notes of a run. */
export class RunNotesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only on pairs of this mentee' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the participation of a mentee.' })
  mentee?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only on pairs of this mentor' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the participation of a mentor.' })
  mentor?: string;
}
