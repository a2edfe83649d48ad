import { PageQuery } from '#http';
import type { Page } from '#kernel';
import type {
  ReadinessProblem,
  ReadinessView,
  RoleReadiness,
  UnreadyFilter,
  UnreadyPersonView,
} from '#matching';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { READINESS } from './cohort.response.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** How a run is started. */
export class StartRunRequest {
  @ApiPropertyOptional({
    description:
      'Start although fewer mentors are ready than the round asks for; the run keeps that it was so',
    example: false,
  })
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  overrideReadiness?: boolean;
}

/** Query of those who are not ready. */
export class UnreadyQuery extends PageQuery implements UnreadyFilter {
  @ApiPropertyOptional({ enum: ['mentor', 'mentee'] })
  @IsOptional()
  @IsIn(['mentor', 'mentee'], { message: 'Choose mentor or mentee.' })
  role?: 'mentor' | 'mentee';

  @ApiPropertyOptional({ enum: READINESS, description: 'Only those with this reason among theirs' })
  @IsOptional()
  @IsIn(READINESS, { message: `Choose one of ${READINESS.join(', ')}.` })
  reason?: ReadinessProblem;
}

/** How many have a reason. */
export class ReadinessReasonResponse {
  @ApiProperty({ enum: READINESS, example: 'no-profile' }) reason!: ReadinessProblem;
  @ApiProperty({ example: 4 }) people!: number;
}

/** How many of a role are ready. */
export class RoleReadinessResponse implements RoleReadiness {
  @ApiProperty({ example: 30 }) ready!: number;
  @ApiProperty({ example: 10 }) notReady!: number;
  @ApiProperty({
    type: [ReadinessReasonResponse],
    description: 'The most frequent first; somebody may have several',
  })
  reasons!: readonly ReadinessReasonResponse[];
}

/** How ready a round is for a run. */
export class ReadinessResponse {
  @ApiProperty({ type: RoleReadinessResponse }) mentors!: RoleReadinessResponse;
  @ApiProperty({ type: RoleReadinessResponse }) mentees!: RoleReadinessResponse;
  @ApiProperty({ description: 'Per cent of the mentors enrolled, rounded down', example: 75 })
  readyMentorsPercent!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'What the round asks for', example: 75 })
  neededMentorsPercent!: number | null;

  @ApiProperty({ description: 'Whether a run starts without overriding that' }) runMayStart!: boolean;

  static from(view: ReadinessView): ReadinessResponse {
    return view;
  }
}

/** Somebody who is not ready. */
export class UnreadyPersonResponse implements UnreadyPersonView {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ enum: ['mentor', 'mentee'] }) role!: 'mentor' | 'mentee';
  @ApiProperty({ example: 'Ada Lovelace' }) name!: string;
  @ApiProperty({ enum: READINESS, isArray: true }) reasons!: readonly ReadinessProblem[];
}

/** A page of those who are not ready. */
export class UnreadyPeopleResponse {
  @ApiProperty({ type: [UnreadyPersonResponse] }) items!: readonly UnreadyPersonResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from(page: Page<UnreadyPersonView>): UnreadyPeopleResponse {
    return page;
  }
}
