import { IdParam, Roles } from '#http';
import { ReadinessQueries, RemindUnready } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { ReadinessResponse, UnreadyPeopleResponse, UnreadyQuery } from './dto/readiness.dto.js';

/** Who of a round is ready to be matched, and what is missing. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts/:cohortId/readiness')
export class ReadinessController {
  constructor(
    private readonly readiness: ReadinessQueries,
    private readonly remindUnready: RemindUnready,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How many are ready, why others are not, and whether a run may start' })
  @ApiOkResponse({ type: ReadinessResponse })
  async get(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<ReadinessResponse> {
    return ReadinessResponse.from(await this.readiness.get(cohortId, programId));
  }

  @Get('people')
  @ApiOperation({ summary: 'Who is not ready, and why' })
  @ApiOkResponse({ type: UnreadyPeopleResponse })
  async listUnready(
    @IdParam('cohortId') cohortId: string,
    @Query() query: UnreadyQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<UnreadyPeopleResponse> {
    return UnreadyPeopleResponse.from(await this.readiness.listUnready(cohortId, programId, query, query));
  }

  @Post('reminders')
  @HttpCode(202)
  @ApiOperation({ summary: 'Remind those who can do something about it, each at most once a day' })
  @ApiAcceptedResponse({ type: ReadinessResponse })
  async remind(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ReadinessResponse> {
    await this.remindUnready.execute({ cohortId }, actor);
    return this.get(cohortId, actor);
  }
}
