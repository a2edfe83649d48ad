import { IdParam, IfMatch, Roles } from '#http';
import { AnswerQueries, MoveAnswers } from '#matching';
import { PreviewMail } from '#notifications';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { AnswerDetailResponse, AnswerPlanResponse, AnswersResponse } from './dto/answers.response.js';
import { RolePageQuery } from './dto/matching.query.js';
import { MoveAnswersRequest } from './dto/publication.request.js';

/** What those are told whom a publication leaves without a partner, and when. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId/answers')
export class AnswersController {
  constructor(
    private readonly answers: AnswerQueries,
    private readonly moveAnswers: MoveAnswers,
    private readonly previewMail: PreviewMail,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who was or will be told that they have no partner, when, and with which facts' })
  @ApiOkResponse({ type: AnswersResponse })
  async list(
    @IdParam('runId') runId: string,
    @Query() query: RolePageQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<AnswersResponse> {
    const page = await this.answers.list(runId, programId, query, query.role);
    return AnswersResponse.of(await this.answers.getPlan(runId, programId), page);
  }

  @Get(':participationId')
  @ApiOperation({ summary: 'The answer to one person, with its mail as it would be sent now' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: AnswerDetailResponse })
  async get(
    @IdParam('runId') runId: string,
    @IdParam('participationId') participationId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<AnswerDetailResponse> {
    const answer = await this.answers.get(runId, participationId, programId);
    const mail = await this.previewMail.execute({
      kind: answer.role === 'mentee' ? 'no-mentor-yet' : 'no-mentee-yet',
      accountId: answer.accountId,
      programId,
      subject: { runId, participationId },
    });
    return AnswerDetailResponse.of(answer, mail);
  }

  @Post('tell')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Tell those left over now; whoever has a pair that is kept back stays until the end of the hold',
  })
  @ApiOkResponse({ type: AnswerPlanResponse })
  async tell(
    @IdParam('runId') runId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<AnswerPlanResponse> {
    await this.moveAnswers.tellNow(runId, actor);
    return AnswerPlanResponse.from(await this.answers.getPlan(runId, actor.programId));
  }

  @Patch()
  @ApiOperation({ summary: 'Move the end of the hold, up to five working days after the publication' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read', example: '"3"' })
  @ApiOkResponse({ type: AnswerPlanResponse })
  async move(
    @IdParam('runId') runId: string,
    @IfMatch() version: number,
    @Body() { tellAt }: MoveAnswersRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<AnswerPlanResponse> {
    await this.moveAnswers.execute({ runId, version, tellAt }, actor);
    return AnswerPlanResponse.from(await this.answers.getPlan(runId, actor.programId));
  }
}
