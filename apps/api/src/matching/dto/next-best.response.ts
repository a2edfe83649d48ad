import type { NextBestMentor } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { ContributionResponse, NamedPersonResponse } from './run.response.js';

/** A mentor with a place that is free now. */
export class NextBestMentorResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({ example: 6120 }) score!: number;
  @ApiProperty({ type: [ContributionResponse] }) contributions!: readonly ContributionResponse[];
  @ApiProperty({
    description: 'Places that neither a mentorship nor a pair that waits to be published holds',
    example: 1,
  })
  freePlaces!: number;
}

/** The best of them, best score first. */
export class NextBestResponse {
  @ApiProperty({ type: [NextBestMentorResponse] }) items!: readonly NextBestMentorResponse[];

  static from(items: readonly NextBestMentor[]): NextBestResponse {
    return { items };
  }
}

/** What was made. */
export class TakenNextBestResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }) mentorshipId!: string;
}
