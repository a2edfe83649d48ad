import { BySite, IdParam, Roles } from '#http';
import { AcceptRequest, AnswerMore, AskMore, DeclineRequest, RequestQueries } from '#matching';
import type { ActingMember, ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CurrentActingMember, MayStandIn } from '../auth/on-behalf-of.decorator.js';
import { AnswerMoreRequest, AskMoreRequest, DeclineRequestRequest } from './dto/request.request.js';
import { ReceivedRequestsResponse, RequestResponse } from './dto/request.response.js';

/** Answers to requests. Giving the same answer again changes nothing and is no error. */
@ApiTags('requests')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId/requests')
export class RequestAnswersController {
  constructor(
    private readonly queries: RequestQueries,
    private readonly accepts: AcceptRequest,
    private readonly declines: DeclineRequest,
    private readonly asks: AskMore,
    private readonly answers: AnswerMore,
  ) {}

  @Get('received')
  @Roles('mentor')
  @ApiOperation({ summary: 'Who asks you, and how many places you have' })
  @ApiOkResponse({ type: ReceivedRequestsResponse })
  async listReceived(@CurrentMember() actor: ProgramActor): Promise<ReceivedRequestsResponse> {
    return ReceivedRequestsResponse.from(await this.queries.listReceived(actor));
  }

  @Post(':requestId/accept')
  @BySite()
  @HttpCode(200)
  @Roles('mentor', 'owner', 'coordinator')
  @MayStandIn()
  @ApiOperation({ summary: 'Say yes: a mentorship starts' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async accept(
    @IdParam('requestId') requestId: string,
    @CurrentActingMember() actor: ActingMember,
  ): Promise<RequestResponse> {
    await this.accepts.execute({ requestId, programId: actor.programId }, actor);
    return this.answer(requestId, actor);
  }

  @Post(':requestId/decline')
  @BySite()
  @HttpCode(200)
  @Roles('mentor', 'owner', 'coordinator')
  @MayStandIn()
  @ApiOperation({ summary: 'Say no, with a reason if you like' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async decline(
    @IdParam('requestId') requestId: string,
    @Body() { reason }: DeclineRequestRequest,
    @CurrentActingMember() actor: ActingMember,
  ): Promise<RequestResponse> {
    await this.declines.execute({ requestId, programId: actor.programId, reason: reason ?? null }, actor);
    return this.answer(requestId, actor);
  }

  @Post(':requestId/ask-more')
  @HttpCode(200)
  @Roles('mentor')
  @ApiOperation({ summary: 'Ask to know more before you answer; the time to answer starts anew' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async askMore(
    @IdParam('requestId') requestId: string,
    @Body() { question }: AskMoreRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RequestResponse> {
    await this.asks.execute({ requestId, programId: actor.programId, question }, actor);
    return this.answer(requestId, actor);
  }

  @Post(':requestId/answer')
  @HttpCode(200)
  @Roles('mentee')
  @ApiOperation({ summary: 'Answer the mentor’s question; the time to answer starts anew' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async answerMore(
    @IdParam('requestId') requestId: string,
    @Body() { answer }: AnswerMoreRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RequestResponse> {
    await this.answers.execute({ requestId, programId: actor.programId, answer }, actor);
    return this.answer(requestId, actor);
  }

  private async answer(id: string, actor: ProgramActor): Promise<RequestResponse> {
    return RequestResponse.from(await this.queries.get(id, actor));
  }
}
