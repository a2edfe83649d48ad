import { IdParam, PageQuery, Roles } from '#http';
import { AskRematch, DeclineRematch, RematchRequestQueries, RunQueries, StartRematch } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import {
  AskRematchRequest,
  DeclineRematchRequest,
  RematchRequestsQuery,
  StartRematchRequest,
} from './dto/rematch.request.js';
import { RematchRequestResponse, RematchRequestsResponse } from './dto/rematch.response.js';
import { RunResponse } from './dto/run.response.js';

/** Other partners in the middle of a round: asked for quietly, answered by an admin. */
@ApiTags('re-match')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId')
export class RematchController {
  constructor(
    private readonly askRematch: AskRematch,
    private readonly declineRematch: DeclineRematch,
    private readonly startRematch: StartRematch,
    private readonly requests: RematchRequestQueries,
    private readonly runs: RunQueries,
  ) {}

  @Post('mentorships/:mentorshipId/rematch-requests')
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'Ask the coordinator for another partner; the partner is not told' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiCreatedResponse({ type: RematchRequestResponse })
  async ask(
    @IdParam('mentorshipId') mentorshipId: string,
    @Body() { note }: AskRematchRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RematchRequestResponse> {
    const id = await this.askRematch.execute({ mentorshipId, note: note ?? null }, actor);
    return this.read(id, actor);
  }

  @Get('mentorships/:mentorshipId/rematch-requests')
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'One’s own requests for another partner; for admins those of both' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: RematchRequestsResponse })
  async listOfMentorship(
    @IdParam('mentorshipId') mentorshipId: string,
    @Query() page: PageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RematchRequestsResponse> {
    return RematchRequestsResponse.from(await this.requests.listOfMentorship(mentorshipId, actor, page));
  }

  @Get('rematch-requests')
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'All requests for other partners, newest first' })
  @ApiOkResponse({ type: RematchRequestsResponse })
  async list(
    @Query() { state, ...page }: RematchRequestsQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<RematchRequestsResponse> {
    return RematchRequestsResponse.from(await this.requests.list(programId, state ?? null, page));
  }

  @Post('rematch-requests/:rematchRequestId/withdraw')
  @HttpCode(200)
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'Take one’s own request back' })
  @ApiParam({ name: 'rematchRequestId', format: 'uuid' })
  @ApiOkResponse({ type: RematchRequestResponse })
  async withdraw(
    @IdParam('rematchRequestId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RematchRequestResponse> {
    await this.askRematch.withdraw(id, actor);
    return this.read(id, actor);
  }

  @Post('rematch-requests/:rematchRequestId/decline')
  @HttpCode(200)
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Answer with a kind no; only whoever asked hears of it' })
  @ApiParam({ name: 'rematchRequestId', format: 'uuid' })
  @ApiOkResponse({ type: RematchRequestResponse })
  async decline(
    @IdParam('rematchRequestId') id: string,
    @Body() { answer }: DeclineRematchRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RematchRequestResponse> {
    await this.declineRematch.execute({ rematchRequestId: id, answer: answer ?? null }, actor);
    return this.read(id, actor);
  }

  @Post('cohorts/:cohortId/rematch')
  @HttpCode(202)
  @Roles('owner', 'coordinator')
  @ApiOperation({
    summary: 'Start a run for those who asked, those without a partner and free places; all other pairs stay',
  })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiAcceptedResponse({ type: RunResponse })
  async rematch(
    @IdParam('cohortId') cohortId: string,
    @Body() { mentorshipIds }: StartRematchRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunResponse> {
    const runId = await this.startRematch.execute({ cohortId, mentorshipIds }, actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/runs/${runId}`);
    return RunResponse.from(await this.runs.get(runId, actor.programId));
  }

  private async read(id: string, actor: ProgramActor): Promise<RematchRequestResponse> {
    return RematchRequestResponse.from(await this.requests.get(id, actor));
  }
}
