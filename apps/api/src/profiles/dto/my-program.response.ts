import type { MissingPart } from '#profiles';
import type { ParticipationView } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { ParticipationResponse } from '../../programs/dto/participation.response.js';

/** Something that a profile still lacks. */
export class MissingPartResponse {
  @ApiProperty({
    enum: ['profile', 'privacy', 'skills', 'goals', 'goalStatement', 'languages', 'windows'],
    example: 'windows',
  })
  part!: string;

  @ApiProperty({ example: 'Mark the times that usually suit you.' })
  message!: string;
}

/** One's own part, and what it lacks. */
export class MyPartResponse extends ParticipationResponse {
  @ApiProperty({ type: [MissingPartResponse], description: 'Empty when all is ready for matching' })
  missing!: MissingPartResponse[];

  /** The answer for a part. */
  static of(view: ParticipationView, missing: readonly MissingPart[]): MyPartResponse {
    return Object.assign(ParticipationResponse.from(view), {
      missing: missing.map(({ part, message }) => ({ part, message })),
    });
  }
}

/** All of one's parts in a program. */
export class MyPartsResponse {
  @ApiProperty({ type: [MyPartResponse] })
  participations!: MyPartResponse[];
}
