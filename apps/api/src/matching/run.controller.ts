import { IdParam, PageQuery, Roles } from '#http';
import { CancelRun, ExplainPair, RunQueries, StartRun } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import { StartRunRequest } from './dto/readiness.dto.js';
import { RolePageQuery, RunPairsQuery, WhyNotQuery } from './dto/matching.query.js';
import {
  CertificateResponse,
  RunPairsResponse,
  RunResponse,
  RunsResponse,
  RunUnmatchedPageResponse,
  WhyNotResponse,
} from './dto/run.response.js';

/** Runs of a round: asked for here, computed by a worker. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId')
export class RunController {
  constructor(
    private readonly startRun: StartRun,
    private readonly cancelRun: CancelRun,
    private readonly explainPair: ExplainPair,
    private readonly runs: RunQueries,
  ) {}

  @Post('cohorts/:cohortId/runs')
  @HttpCode(202)
  @ApiOperation({ summary: 'Start a match run; its progress can be read' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiAcceptedResponse({ type: RunResponse })
  async start(
    @IdParam('cohortId') cohortId: string,
    @Body() { overrideReadiness }: StartRunRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunResponse> {
    const runId = await this.startRun.execute({ cohortId, overrideReadiness }, actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/runs/${runId}`);
    return this.read(runId, actor);
  }

  @Get('cohorts/:cohortId/runs')
  @ApiOperation({ summary: 'Runs of a round, newest first' })
  @ApiParam({ name: 'cohortId', format: 'uuid' })
  @ApiOkResponse({ type: RunsResponse })
  async list(
    @IdParam('cohortId') cohortId: string,
    @Query() page: PageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunsResponse> {
    return RunsResponse.from(await this.runs.list(cohortId, actor.programId, page));
  }

  @Get('runs/:runId')
  @ApiOperation({ summary: 'A run: state, progress and quality' })
  @ApiParam({ name: 'runId', format: 'uuid' })
  @ApiOkResponse({ type: RunResponse })
  async get(@IdParam('runId') runId: string, @CurrentMember() actor: ProgramActor): Promise<RunResponse> {
    return this.read(runId, actor);
  }

  @Get('runs/:runId/certificate')
  @ApiOperation({ summary: 'The proof of a run, with every price' })
  @ApiParam({ name: 'runId', format: 'uuid' })
  @ApiOkResponse({ type: CertificateResponse })
  async certificate(
    @IdParam('runId') runId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<CertificateResponse> {
    return CertificateResponse.from(await this.runs.getCertificate(runId, actor.programId));
  }

  @Post('runs/:runId/cancel')
  @HttpCode(202)
  @ApiOperation({ summary: 'Cancel a run that is waiting or under way' })
  @ApiParam({ name: 'runId', format: 'uuid' })
  @ApiAcceptedResponse({ type: RunResponse })
  async cancel(@IdParam('runId') runId: string, @CurrentMember() actor: ProgramActor): Promise<RunResponse> {
    await this.cancelRun.execute({ runId }, actor);
    return this.read(runId, actor);
  }

  @Get('runs/:runId/pairs')
  @ApiOperation({ summary: 'Pairs that a run found, best score first' })
  @ApiParam({ name: 'runId', format: 'uuid' })
  @ApiOkResponse({ type: RunPairsResponse })
  async listPairs(
    @IdParam('runId') runId: string,
    @Query() query: RunPairsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunPairsResponse> {
    const { decision = null } = query;
    return RunPairsResponse.from(await this.runs.listPairs(runId, actor.programId, query, decision));
  }

  @Get('runs/:runId/unmatched')
  @ApiOperation({ summary: 'Who is left over, and why' })
  @ApiParam({ name: 'runId', format: 'uuid' })
  @ApiOkResponse({ type: RunUnmatchedPageResponse })
  async listUnmatched(
    @IdParam('runId') runId: string,
    @Query() query: RolePageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunUnmatchedPageResponse> {
    return RunUnmatchedPageResponse.from(
      await this.runs.listUnmatched(runId, actor.programId, query, query.role ?? null),
    );
  }

  @Get('runs/:runId/why-not')
  @ApiOperation({
    summary: 'Why two people are no pair: rules in the way, or what the pair would cost',
  })
  @ApiParam({ name: 'runId', format: 'uuid' })
  @ApiOkResponse({ type: WhyNotResponse })
  async whyNot(
    @IdParam('runId') runId: string,
    @Query() { mentee, mentor }: WhyNotQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<WhyNotResponse> {
    const input = { runId, menteeId: mentee, mentorId: mentor };
    return WhyNotResponse.from(await this.explainPair.execute(input, actor));
  }

  private async read(runId: string, actor: ProgramActor): Promise<RunResponse> {
    return RunResponse.from(await this.runs.get(runId, actor.programId));
  }
}
