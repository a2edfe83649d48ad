import type { ParticipationCount, ParticipationView } from '#programs';
import type { Page } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { ROLES, STATES } from './program.response.js';

/** A participation with the person behind it. */
export class ParticipationResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074' })
  id!: string;

  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' })
  programId!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name!: string;

  @ApiProperty({ format: 'email', example: 'ada@example.org' })
  email!: string;

  @ApiProperty({ enum: ROLES, example: 'mentee' })
  role!: string;

  @ApiProperty({ enum: STATES, example: 'applied' })
  state!: string;

  @ApiProperty({ enum: ['founder', 'invitation', 'application', 'import'], example: 'application' })
  source!: string;

  @ApiProperty({
    type: String,
    enum: ['not-in-roster'],
    nullable: true,
    description: 'Why the program paused it; null when a person did',
    example: null,
  })
  pauseReason!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'I would like to lead a team.' })
  applicationNote!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Welcome!' })
  decisionNote!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-02T09:14:02.000Z' })
  privacyConfirmedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Berlin' })
  site!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Of a coordinator: the only site that they see to',
  })
  limitedToSite!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  stateChangedAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  createdAt!: string;

  @ApiProperty({ example: 1 })
  version!: number;

  /** The answer for a participation. */
  static from(view: ParticipationView): ParticipationResponse {
    return {
      id: view.id,
      programId: view.programId,
      name: view.name,
      email: view.email,
      role: view.role,
      state: view.state,
      source: view.source,
      pauseReason: view.pauseReason,
      applicationNote: view.applicationNote,
      decisionNote: view.decisionNote,
      privacyConfirmedAt: view.privacyConfirmedAt?.toISOString() ?? null,
      site: view.site,
      limitedToSite: view.limitedToSite,
      stateChangedAt: view.stateChangedAt.toISOString(),
      createdAt: view.createdAt.toISOString(),
      version: view.version,
    };
  }
}

/** A page of participations. */
export class ParticipationsResponse {
  @ApiProperty({ type: [ParticipationResponse] })
  items!: ParticipationResponse[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;

  /** The answer for a page. */
  static from({ items, nextCursor }: Page<ParticipationView>): ParticipationsResponse {
    return { items: items.map((item) => ParticipationResponse.from(item)), nextCursor };
  }
}

/** How many people are in a role and state. */
export class ParticipationCountResponse {
  @ApiProperty({ enum: ROLES, example: 'mentor' })
  role!: string;

  @ApiProperty({ enum: STATES, example: 'active' })
  state!: string;

  @ApiProperty({ example: 42 })
  count!: number;
}

/** How many people a program has. */
export class ParticipationCountsResponse {
  @ApiProperty({ type: [ParticipationCountResponse] })
  items!: ParticipationCountResponse[];

  /** The answer for counts. */
  static from(counts: readonly ParticipationCount[]): ParticipationCountsResponse {
    return { items: counts.map(({ role, state, count }) => ({ role, state, count })) };
  }
}
