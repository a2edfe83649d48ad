import type { OwnParticipation, ProgramMembership, ProgramView } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { ProgramSettingsResponse, settingsResponse } from './program-settings.response.js';

export const ROLES = ['mentee', 'mentor', 'owner', 'coordinator', 'sponsor'] as const;
export const STATES = ['invited', 'applied', 'approved', 'active', 'paused', 'left', 'declined'] as const;

/** A goal area of a program. */
export class GoalAreaResponse {
  @ApiProperty({ example: 'career_change' })
  key!: string;

  @ApiProperty({ example: 'Career change' })
  label!: string;
}

/** A program. */
export class ProgramResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' })
  id!: string;

  @ApiProperty({ example: 'Women in Engineering 2027' })
  name!: string;

  @ApiProperty({ example: 'Six months, one mentor, at least six talks.' })
  description!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;

  @ApiProperty({ enum: ['active', 'archived'], example: 'active' })
  state!: string;

  @ApiProperty({ type: [GoalAreaResponse] })
  goalAreas!: GoalAreaResponse[];

  @ApiProperty({ type: ProgramSettingsResponse })
  settings!: ProgramSettingsResponse;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  createdAt!: string;

  @ApiProperty({ description: 'For If-Match, as in the header ETag', example: 3 })
  version!: number;

  /** The answer for a program. */
  static from(program: ProgramView): ProgramResponse {
    return {
      id: program.id,
      name: program.name,
      description: program.description,
      timeZone: program.timeZone,
      state: program.state,
      goalAreas: program.goalAreas.map(({ key, label }) => ({ key, label })),
      settings: settingsResponse(program.settings),
      createdAt: program.createdAt.toISOString(),
      version: program.version,
    };
  }
}

/** One's own part in a program. */
export class OwnPartResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074' })
  id!: string;

  @ApiProperty({ enum: ROLES, example: 'mentee' })
  role!: string;

  @ApiProperty({ enum: STATES, example: 'active' })
  state!: string;

  /** The answer for a part. */
  static from({ id, role, state }: OwnParticipation): OwnPartResponse {
    return { id, role, state };
  }
}

/** A program in which one takes part. */
export class MyProgramResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' })
  id!: string;

  @ApiProperty({ example: 'Women in Engineering 2027' })
  name!: string;

  @ApiProperty({ example: 'Six months, one mentor, at least six talks.' })
  description!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;

  @ApiProperty({ type: [OwnPartResponse] })
  participations!: OwnPartResponse[];

  /** The answer for a program in a list. */
  static from(program: ProgramMembership): MyProgramResponse {
    return {
      id: program.id,
      name: program.name,
      description: program.description,
      timeZone: program.timeZone,
      participations: program.participations.map((own) => OwnPartResponse.from(own)),
    };
  }
}

/** All programs in which one takes part; there are few. */
export class MyProgramsResponse {
  @ApiProperty({ type: [MyProgramResponse] })
  items!: MyProgramResponse[];
}
