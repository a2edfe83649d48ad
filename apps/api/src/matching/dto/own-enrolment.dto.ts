import type { OwnEnrolmentView, OwnPartView } from '#matching';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** As whom somebody enrols or leaves who is a mentor and a mentee. */
export class OwnRoleRequest {
  @ApiPropertyOptional({ enum: ['mentor', 'mentee'], description: 'Needed by those who have both roles' })
  @IsOptional()
  @IsIn(['mentor', 'mentee'], { message: 'Choose mentor or mentee.' })
  role?: 'mentor' | 'mentee';
}

/** Where somebody stands in a round in one of their roles. */
export class OwnPartResponse implements OwnPartView {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ enum: ['mentor', 'mentee'] }) role!: 'mentor' | 'mentee';
  @ApiProperty({
    enum: ['in', 'waiting', 'out', 'skipped'],
    nullable: true,
    type: String,
    description:
      'Enrolled, waiting for a place, not this time, stepped back after the enrolment, or no answer yet',
  })
  answer!: OwnPartView['answer'];

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of somebody who waits: 1 for the next',
    example: null,
  })
  placeInLine!: number | null;
}

/** A round as those see it who may enrol. */
export class OwnEnrolmentResponse {
  @ApiProperty({ format: 'uuid', example: ID }) cohortId!: string;
  @ApiProperty({ example: 'Spring 2027' }) name!: string;
  @ApiProperty({ example: 'open' }) state!: string;
  @ApiProperty({ description: 'Whether you can enrol yourself at present' }) open!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-02-01' })
  enrolsFrom!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-02-14' })
  enrolsUntil!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-02-22' })
  matchesOn!: string | null;

  @ApiProperty({ type: [OwnPartResponse] }) parts!: readonly OwnPartResponse[];

  static from(view: OwnEnrolmentView): OwnEnrolmentResponse {
    return view;
  }
}
