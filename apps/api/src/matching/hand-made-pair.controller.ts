import { IdParam, PageQuery, Roles } from '#http';
import { HandMadePairQueries, MakePairByHand, UndoPairByHand } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { HandMadePairsResponse, HandMadePreviewResponse } from './dto/hand-made-pair.response.js';
import { WhyNotQuery } from './dto/matching.query.js';
import { MakePairByHandRequest } from './dto/publication.request.js';

/** Pairs that an admin puts beside those of a run before it is published. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId/hand-made-pairs')
export class HandMadePairController {
  constructor(
    private readonly makePair: MakePairByHand,
    private readonly undoPair: UndoPairByHand,
    private readonly pairs: HandMadePairQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Pairs that were made by hand, with what they cost' })
  @ApiOkResponse({ type: HandMadePairsResponse })
  async list(
    @IdParam('runId') runId: string,
    @Query() page: PageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<HandMadePairsResponse> {
    return HandMadePairsResponse.from(await this.pairs.list(runId, actor.programId, page));
  }

  @Get('preview')
  @ApiOperation({
    summary: 'What a pair made by hand would cost, and what stands against it; changes nothing',
  })
  @ApiOkResponse({ type: HandMadePreviewResponse })
  async preview(
    @IdParam('runId') runId: string,
    @Query() { mentee, mentor }: WhyNotQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<HandMadePreviewResponse> {
    return this.pairs.preview(runId, { menteeId: mentee, mentorId: mentor }, actor);
  }

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Make a pair by hand; pairs whose places it takes are kept for later' })
  @ApiNoContentResponse()
  async make(
    @IdParam('runId') runId: string,
    @Body() { menteeId, mentorId, despiteRules }: MakePairByHandRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.makePair.execute({ runId, menteeId, mentorId, despiteRules: despiteRules ?? false }, actor);
  }

  @Delete(':mentorId/:menteeId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a pair back that was made by hand, before it is published' })
  @ApiParam({ name: 'mentorId', format: 'uuid' })
  @ApiParam({ name: 'menteeId', format: 'uuid' })
  @ApiNoContentResponse()
  async undo(
    @IdParam('runId') runId: string,
    @IdParam('mentorId') mentorId: string,
    @IdParam('menteeId') menteeId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.undoPair.execute({ runId, menteeId, mentorId }, actor);
  }
}
