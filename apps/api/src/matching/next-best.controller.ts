import { IdParam, Roles } from '#http';
import { FindNextBest, NEXT_BEST_SHOWN, RunQueries, TakeNextBest } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { NextBestResponse, TakenNextBestResponse } from './dto/next-best.response.js';
import { TakeNextBestRequest } from './dto/publication.request.js';

/** Another mentor for a mentee of a published run who goes without, as after a no. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@ApiParam({ name: 'menteeId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId/next-best/:menteeId')
export class NextBestController {
  constructor(
    private readonly runs: RunQueries,
    private readonly findNextBest: FindNextBest,
    private readonly takeNextBest: TakeNextBest,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The best mentors for a mentee who have a place that is free now' })
  @ApiOkResponse({ type: NextBestResponse })
  async find(
    @IdParam('runId') runId: string,
    @IdParam('menteeId') menteeId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<NextBestResponse> {
    const run = await this.runs.get(runId, programId);
    return NextBestResponse.from(
      await this.findNextBest.execute({ run, programId, menteeId, limit: NEXT_BEST_SHOWN }),
    );
  }

  @Post()
  @ApiOperation({ summary: 'Give the mentee one of them; proposed first where the round asks people' })
  @ApiCreatedResponse({ type: TakenNextBestResponse })
  async take(
    @IdParam('runId') runId: string,
    @IdParam('menteeId') menteeId: string,
    @Body() { mentorId }: TakeNextBestRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<TakenNextBestResponse> {
    return { mentorshipId: await this.takeNextBest.execute({ runId, menteeId, mentorId }, actor) };
  }
}
