import { IdParam, IfMatch, PageQuery, Roles } from '#http';
import { CohortQueries, CreateCohort, MoveCohort, UpdateCohort } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CreateCohortRequest, UpdateCohortRequest } from './dto/cohort.request.js';
import { CohortResponse, CohortsResponse } from './dto/cohort.response.js';

/** Rounds of matching. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts')
export class CohortController {
  constructor(
    private readonly createCohort: CreateCohort,
    private readonly updateCohort: UpdateCohort,
    private readonly moveCohort: MoveCohort,
    private readonly cohorts: CohortQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Make a round of matching' })
  @ApiCreatedResponse({ type: CohortResponse })
  async create(
    @Body() body: CreateCohortRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CohortResponse> {
    const id = await this.createCohort.execute(body, actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/cohorts/${id}`);
    return this.read(id, actor);
  }

  @Get()
  @ApiOperation({ summary: 'Rounds, newest first' })
  @ApiOkResponse({ type: CohortsResponse })
  async list(@Query() page: PageQuery, @CurrentMember() actor: ProgramActor): Promise<CohortsResponse> {
    return CohortsResponse.from(await this.cohorts.list(actor.programId, page));
  }

  @Get(':cohortId')
  @ApiOperation({ summary: 'A round' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiOkResponse({ type: CohortResponse })
  async get(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortResponse> {
    return this.read(cohortId, actor);
  }

  @Patch(':cohortId')
  @ApiOperation({ summary: 'Change its settings, until it is published' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: CohortResponse })
  async update(
    @IdParam('cohortId') cohortId: string,
    @IfMatch() version: number,
    @Body() settings: UpdateCohortRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortResponse> {
    await this.updateCohort.execute({ cohortId, version, settings }, actor);
    return this.read(cohortId, actor);
  }

  @Post(':cohortId/open')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let people enrol' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiOkResponse({ type: CohortResponse })
  async open(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortResponse> {
    await this.moveCohort.execute({ cohortId, move: 'open' }, actor);
    return this.read(cohortId, actor);
  }

  @Post(':cohortId/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'End the enrolment, so that runs can start' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiOkResponse({ type: CohortResponse })
  async close(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortResponse> {
    await this.moveCohort.execute({ cohortId, move: 'close' }, actor);
    return this.read(cohortId, actor);
  }

  @Post(':cohortId/reopen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let people enrol again, before anything is published' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiOkResponse({ type: CohortResponse })
  async reopen(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortResponse> {
    await this.moveCohort.execute({ cohortId, move: 'reopen' }, actor);
    return this.read(cohortId, actor);
  }

  @Post(':cohortId/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call the round off' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiOkResponse({ type: CohortResponse })
  async cancel(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CohortResponse> {
    await this.moveCohort.execute({ cohortId, move: 'cancel' }, actor);
    return this.read(cohortId, actor);
  }

  private async read(cohortId: string, actor: ProgramActor): Promise<CohortResponse> {
    return CohortResponse.from(await this.cohorts.get(cohortId, actor.programId));
  }
}
