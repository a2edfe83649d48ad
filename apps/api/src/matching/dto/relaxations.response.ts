import type { RelaxationsView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResponse } from './run.response.js';

/** A request that tries a change by solving again. */
export class TryCallResponse {
  @ApiProperty({ example: 'POST' }) method!: string;
  @ApiProperty({ example: '/v1/programs/019ab3c4/cohorts/019ab3c5/variants' }) path!: string;
  @ApiProperty({
    type: Object,
    example: {
      variants: [{ label: 'Without time-zone-gap', settings: { rules: { maximumZoneGapHours: null } } }],
    },
  })
  body!: object;
}

/** Rules without which mentees who are left over would have somebody. */
export class RuleRelaxationResponse {
  @ApiProperty({ type: [String], example: ['time-zone-gap'] }) rules!: readonly string[];
  @ApiProperty({
    example:
      'Without the rule on those who live too many hours away, 7 mentees would have somebody who suits, 5 of them with a free place.',
  })
  words!: string;
  @ApiProperty({ description: 'Exact for each mentee alone', example: 7 }) mentees!: number;
  @ApiProperty({ description: 'Exact for each mentee alone', example: 5 }) withFreePlaces!: number;
  @ApiProperty({
    type: TryCallResponse,
    nullable: true,
    description: 'What it gives all of them together, by solving again; null where no setting turns it off',
  })
  tryIt!: TryCallResponse | null;
}

/** More places with one mentor. */
export class PlaceRelaxationResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({ example: '2 more places with Grace Hopper would reach 2 mentees.' }) words!: string;
  @ApiProperty({ description: 'Exact for each mentee alone', example: 2 }) mentees!: number;
  @ApiProperty({ description: 'Places that reach the last of them', example: 2 }) places!: number;
}

/** Whom to recruit. */
export class RecruitRelaxationResponse {
  @ApiProperty({ enum: ['goal', 'skill', 'time'] }) kind!: string;
  @ApiProperty({ example: 'leadership' }) what!: string;
  @ApiProperty({ example: '3 more mentors for Leadership in Europe/Berlin would serve 7.' }) words!: string;
  @ApiProperty({ example: 'Europe/Berlin' }) timeZone!: string;
  @ApiProperty({ description: 'Exact; somebody may be counted for several things', example: 7 })
  mentees!: number;
  @ApiProperty({ description: 'An estimate from the places that mentors of the round have', example: 3 })
  mentors!: number;
}

/** The smallest changes for all whom a run left over, each list by effect. */
export class RelaxationsResponse {
  @ApiProperty({ description: 'Mentees left over who were ready', example: 12 }) mentees!: number;
  @ApiProperty({ type: [RuleRelaxationResponse] }) rules!: readonly RuleRelaxationResponse[];
  @ApiProperty({ type: [PlaceRelaxationResponse] }) places!: readonly PlaceRelaxationResponse[];
  @ApiProperty({ type: [RecruitRelaxationResponse] }) recruit!: readonly RecruitRelaxationResponse[];

  static from(view: RelaxationsView): RelaxationsResponse {
    return view;
  }
}
