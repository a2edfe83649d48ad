import { IdParam, Roles } from '#http';
import { AskSameAgain, SameAgainQueries } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { SameAgainPageQuery } from './dto/same-again.query.js';
import { SameAgainCountsResponse, SameAgainPeopleResponse } from './dto/same-again.response.js';

/** People of an earlier round, asked whether they take part in the next one. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts/:cohortId/same-again')
export class SameAgainController {
  constructor(
    private readonly askSameAgain: AskSameAgain,
    private readonly sameAgain: SameAgainQueries,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask everybody of the earlier round by mail, each once' })
  @ApiOkResponse({ type: SameAgainCountsResponse })
  async ask(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SameAgainCountsResponse> {
    await this.askSameAgain.execute({ cohortId }, actor);
    return this.counts(cohortId, actor);
  }

  @Get()
  @ApiOperation({ summary: 'How many were asked, and what they say' })
  @ApiOkResponse({ type: SameAgainCountsResponse })
  async counts(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SameAgainCountsResponse> {
    return SameAgainCountsResponse.from(await this.sameAgain.counts(cohortId, actor.programId));
  }

  @Get('people')
  @ApiOperation({ summary: 'Who was asked, and what each says' })
  @ApiOkResponse({ type: SameAgainPeopleResponse })
  async list(
    @IdParam('cohortId') cohortId: string,
    @Query() query: SameAgainPageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SameAgainPeopleResponse> {
    return SameAgainPeopleResponse.from(
      await this.sameAgain.list(cohortId, actor.programId, query, query.answer),
    );
  }
}
