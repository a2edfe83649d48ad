import { IdParam, InvalidInputError, Roles } from '#http';
import { CohortQueries, EnrolMembers, SetPairOverride, UnenrolMember } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { EnrolMembersRequest, PairOverrideRequest } from './dto/cohort.request.js';
import {
  CohortMembersResponse,
  EnrolledResponse,
  PairOverridesResponse,
  WaitingPeopleResponse,
} from './dto/cohort.response.js';
import { RolePageQuery } from './dto/matching.query.js';

/** Who takes part in a round, and what admins say about pairs. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts/:cohortId')
export class CohortMembersController {
  constructor(
    private readonly cohorts: CohortQueries,
    private readonly enrolMembers: EnrolMembers,
    private readonly unenrolMember: UnenrolMember,
    private readonly setOverride: SetPairOverride,
  ) {}

  @Post('members')
  @HttpCode(200)
  @ApiOperation({ summary: 'Enrol people, or everybody who is active' })
  @ApiOkResponse({ type: EnrolledResponse })
  async enrol(
    @IdParam('cohortId') cohortId: string,
    @Body() { participationIds, everybody }: EnrolMembersRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<EnrolledResponse> {
    if (participationIds !== undefined && everybody === true)
      throw new InvalidInputError([{ path: 'everybody', message: 'Give either a list or everybody.' }]);
    return this.enrolMembers.execute({ cohortId, participationIds: participationIds ?? 'all-active' }, actor);
  }

  @Get('members')
  @ApiOperation({ summary: 'Who is enrolled, and what is in the way of a match' })
  @ApiOkResponse({ type: CohortMembersResponse })
  async listMembers(
    @IdParam('cohortId') cohortId: string,
    @Query() query: RolePageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortMembersResponse> {
    return CohortMembersResponse.from(
      await this.cohorts.listMembers(cohortId, actor.programId, query, query.role),
    );
  }

  @Delete('members/:participationId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take somebody out of the round' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiNoContentResponse()
  async unenrol(
    @IdParam('cohortId') cohortId: string,
    @IdParam('participationId') participationId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.unenrolMember.execute({ cohortId, participationId }, actor);
  }

  @Get('waitlist')
  @ApiOperation({ summary: 'Who waits for a place, the next one first' })
  @ApiOkResponse({ type: WaitingPeopleResponse })
  async listWaiting(
    @IdParam('cohortId') cohortId: string,
    @Query() query: RolePageQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<WaitingPeopleResponse> {
    return WaitingPeopleResponse.from(await this.cohorts.listWaiting(cohortId, programId, query, query.role));
  }

  @Get('overrides')
  @ApiOperation({ summary: 'Locks and bans of pairs' })
  @ApiOkResponse({ type: PairOverridesResponse })
  async listOverrides(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<PairOverridesResponse> {
    return PairOverridesResponse.from(await this.cohorts.listOverrides(cohortId, actor.programId));
  }

  @Put('overrides/:mentorId/:menteeId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Lock a pair, or forbid it' })
  @ApiParam({ name: 'mentorId', format: 'uuid' })
  @ApiParam({ name: 'menteeId', format: 'uuid' })
  @ApiNoContentResponse()
  async override(
    @IdParam('cohortId') cohortId: string,
    @IdParam('mentorId') mentorId: string,
    @IdParam('menteeId') menteeId: string,
    @Body() { kind, note }: PairOverrideRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.setOverride.execute({ cohortId, mentorId, menteeId, kind, note: note ?? null }, actor);
  }

  @Delete('overrides/:mentorId/:menteeId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a lock or ban back' })
  @ApiParam({ name: 'mentorId', format: 'uuid' })
  @ApiParam({ name: 'menteeId', format: 'uuid' })
  @ApiNoContentResponse()
  async clearOverride(
    @IdParam('cohortId') cohortId: string,
    @IdParam('mentorId') mentorId: string,
    @IdParam('menteeId') menteeId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.setOverride.execute({ cohortId, mentorId, menteeId, kind: 'clear' }, actor);
  }
}
