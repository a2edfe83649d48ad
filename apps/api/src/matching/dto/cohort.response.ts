import {
  type CohortMemberView,
  type CohortView,
  CONFIRMATIONS,
  OBJECTIVES,
  type PairOverrideView,
  type WaitingPersonView,
  TELL_UNMATCHED,
} from '#matching';
import type { Page } from '#kernel';
import { listOfRules } from '#scoring';
import { ApiProperty } from '@nestjs/swagger';
import { EnrolmentSettingsResponse } from './enrolment-settings.dto.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
export const READINESS = [
  'not-approved',
  'paused',
  'away',
  'left',
  'not-confirmed',
  'not-claimed',
  'no-profile',
  'no-free-place',
  'has-mentor',
  'no-skills-or-goals',
  'no-availability',
];

/** A round of matching. */
export class CohortResponse extends EnrolmentSettingsResponse {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ example: 'Spring 2027' }) name!: string;
  @ApiProperty({
    enum: ['draft', 'open', 'closed', 'matching', 'published', 'running', 'completed', 'cancelled'],
    example: 'open',
  })
  state!: string;
  @ApiProperty({ enum: [...OBJECTIVES] }) objective!: string;
  @ApiProperty({ enum: ['waited', 'score'] }) order!: string;
  @ApiProperty({ type: Object }) weights!: object;
  @ApiProperty({ type: Object, description: 'Hard rules in short' }) rules!: object;
  @ApiProperty({
    type: [Object],
    description: 'The same rules as a list, the general form',
    example: [{ kind: 'must-match', of: 'country' }],
  })
  ruleList!: readonly object[];
  @ApiProperty({ example: 0 }) minScore!: number;
  @ApiProperty({ example: 'spring-27' }) seed!: string;
  @ApiProperty({ format: 'date', example: '2027-03-01' }) termFrom!: string;
  @ApiProperty({ example: 26 }) termWeeks!: number;
  @ApiProperty({ enum: [...TELL_UNMATCHED], example: 'after-hold' }) tellUnmatched!: string;
  @ApiProperty({ description: 'Working days of the hold', example: 5 }) holdWorkingDays!: number;
  @ApiProperty({ type: String, nullable: true, example: 'Sam holds an open hour on Thursdays at 17:00.' })
  meanwhile!: string | null;
  @ApiProperty({ enum: [...CONFIRMATIONS], description: 'Who has to say yes before a pair starts' })
  confirmation!: string;
  @ApiProperty({ description: 'Working days that people have to answer', example: 3 })
  confirmWithinWorkingDays!: number;
  @ApiProperty({ description: 'Whether the next best mentor is proposed by itself', example: false })
  proposeNextBest!: boolean;
  @ApiProperty({ description: 'Mentors enrolled', example: 40 }) mentors!: number;
  @ApiProperty({ description: 'Mentees enrolled', example: 60 }) mentees!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) latestRunId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) publishedRunId!: string | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The round that this one repeats',
  })
  sourceCohortId!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: 'Also the ETag', example: 1 }) version!: number;

  static from({ placeOrder, minimumScore, enrolment, ...view }: CohortView): CohortResponse {
    return {
      ...view,
      ...enrolment,
      order: placeOrder,
      minScore: minimumScore,
      ruleList: listOfRules(view.rules),
      createdAt: view.createdAt.toISOString(),
    };
  }
}

/** A page of rounds. */
export class CohortsResponse {
  @ApiProperty({ type: [CohortResponse] }) items!: CohortResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<CohortView>): CohortsResponse {
    return { items: items.map((view) => CohortResponse.from(view)), nextCursor };
  }
}

/** Somebody enrolled. */
export class CohortMemberResponse {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ enum: ['mentor', 'mentee'] }) role!: 'mentor' | 'mentee';
  @ApiProperty({ example: 'Ada Lovelace' }) name!: string;
  @ApiProperty({ example: 'active' }) state!: string;
  @ApiProperty({ description: 'Nothing keeps this person out of a run' }) ready!: boolean;
  @ApiProperty({ enum: READINESS, isArray: true }) problems!: readonly string[];
  @ApiProperty({ example: 1 }) freePlaces!: number;
  @ApiProperty({ description: 'Joined after the enrolment had closed', example: false }) late!: boolean;
  @ApiProperty({ description: 'Rounds in a row without a mentor', example: 0 }) roundsWaited!: number;
  @ApiProperty({ example: 0 }) priority!: number;
}

/** A page of those enrolled. */
export class CohortMembersResponse {
  @ApiProperty({ type: [CohortMemberResponse] }) items!: readonly CohortMemberResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from(page: Page<CohortMemberView>): CohortMembersResponse {
    return page;
  }
}

/** Somebody who waits for a place. */
export class WaitingPersonResponse {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ enum: ['mentor', 'mentee'] }) role!: 'mentor' | 'mentee';
  @ApiProperty({ example: 'Ada Lovelace' }) name!: string;
  @ApiProperty({ format: 'date-time' }) since!: string;
}

/** A page of those who wait, the next one first. */
export class WaitingPeopleResponse {
  @ApiProperty({ type: [WaitingPersonResponse] }) items!: readonly WaitingPersonResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<WaitingPersonView>): WaitingPeopleResponse {
    return { items: items.map((one) => ({ ...one, since: one.since.toISOString() })), nextCursor };
  }
}

/** How many were enrolled by a request. */
export class EnrolledResponse {
  @ApiProperty({ description: 'How many are new in the round', example: 12 }) enrolled!: number;
}

/** A lock or a ban. */
export class PairOverrideResponse {
  @ApiProperty({ format: 'uuid', example: ID }) mentorId!: string;
  @ApiProperty({ example: 'Grace Hopper' }) mentorName!: string;
  @ApiProperty({ format: 'uuid', example: ID }) menteeId!: string;
  @ApiProperty({ example: 'Ada Lovelace' }) menteeName!: string;
  @ApiProperty({ enum: ['lock', 'forbid'] }) kind!: 'lock' | 'forbid';
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

/** Every lock and ban of a round. */
export class PairOverridesResponse {
  @ApiProperty({ type: [PairOverrideResponse] }) items!: readonly PairOverrideResponse[];

  static from(items: readonly PairOverrideView[]): PairOverridesResponse {
    return { items };
  }
}
