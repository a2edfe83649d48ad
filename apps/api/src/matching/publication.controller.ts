import { IdParam, Roles } from '#http';
import { DecidePairs, PublishRun, RunQueries, WithdrawRun } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { DecidePairsRequest, PublishRunRequest, WithdrawRunRequest } from './dto/publication.request.js';
import { DecidedPairsResponse, PublicationResponse, RunResponse } from './dto/run.response.js';

/** What becomes of a run: its pairs are reviewed, published wholly or in part, and perhaps taken back. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId')
export class PublicationController {
  constructor(
    private readonly decidePairs: DecidePairs,
    private readonly publishRun: PublishRun,
    private readonly withdrawRun: WithdrawRun,
    private readonly runs: RunQueries,
  ) {}

  @Post('decisions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve pairs, decline them, keep them for later, or take that back' })
  @ApiOkResponse({ type: DecidedPairsResponse })
  async decide(
    @IdParam('runId') runId: string,
    @Body() { decision, pairs, note }: DecidePairsRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<DecidedPairsResponse> {
    return this.decidePairs.execute(
      { runId, decision, pairs: pairs ?? 'undecided', note: note ?? null },
      actor,
    );
  }

  @Post('publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make mentorships of its pairs, each once; again for those kept back' })
  @ApiOkResponse({ type: PublicationResponse })
  async publish(
    @IdParam('runId') runId: string,
    @Body() { scope = 'all', tellUnmatched, holdWorkingDays }: PublishRunRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<PublicationResponse> {
    const answers = { tellUnmatched, holdWorkingDays };
    return PublicationResponse.from(await this.publishRun.execute({ runId, scope, answers }, actor));
  }

  @Post('withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a publication back, within the program’s time; those concerned are told' })
  @ApiOkResponse({ type: RunResponse })
  async withdraw(
    @IdParam('runId') runId: string,
    @Body() { reason }: WithdrawRunRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunResponse> {
    await this.withdrawRun.execute({ runId, reason: reason ?? null }, actor);
    return RunResponse.from(await this.runs.get(runId, actor.programId));
  }
}
