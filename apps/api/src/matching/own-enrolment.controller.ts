import { IdParam, Roles } from '#http';
import { EnrolSelf, LeaveCohort, OwnPlaces } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { OwnEnrolmentResponse, OwnRoleRequest } from './dto/own-enrolment.dto.js';

/** A mentor's or mentee's own place in a round. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('mentor', 'mentee')
@Controller('v1/programs/:programId/cohorts/:cohortId/me')
export class OwnEnrolmentController {
  constructor(
    private readonly places: OwnPlaces,
    private readonly enrolSelf: EnrolSelf,
    private readonly leaveCohort: LeaveCohort,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where you stand in a round' })
  @ApiOkResponse({ type: OwnEnrolmentResponse })
  async get(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<OwnEnrolmentResponse> {
    return OwnEnrolmentResponse.from(await this.places.view(cohortId, actor));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Enrol yourself, while it is open' })
  @ApiOkResponse({ type: OwnEnrolmentResponse })
  async enrol(
    @IdParam('cohortId') cohortId: string,
    @Body() { role }: OwnRoleRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<OwnEnrolmentResponse> {
    const { programId, accountId } = actor;
    const participationId = this.places.participationOf(actor, role);
    await this.enrolSelf.execute({ cohortId, programId, participationId }, accountId);
    return this.get(cohortId, actor);
  }

  @Delete()
  @ApiOperation({ summary: 'Leave, or say that you do not take part this time; until it is published' })
  @ApiOkResponse({ type: OwnEnrolmentResponse })
  async leave(
    @IdParam('cohortId') cohortId: string,
    @Query() { role }: OwnRoleRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<OwnEnrolmentResponse> {
    const { programId } = actor;
    const participationId = this.places.participationOf(actor, role);
    await this.leaveCohort.execute({ cohortId, programId, participationId });
    return OwnEnrolmentResponse.from(await this.places.view(cohortId, actor));
  }
}
