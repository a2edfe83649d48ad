import { BySite, IdParam, IfMatch, Roles } from '#http';
import {
  AskMentors,
  DeleteRequestDraft,
  EditRequestDraft,
  ReorderRequests,
  RequestQueries,
  SaveRequestDraft,
  SubmitRequest,
  WithdrawRequest,
} from '#matching';
import type { ActingMember, ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CurrentActingMember, MayStandIn } from '../auth/on-behalf-of.decorator.js';
import {
  AskMentorsRequest,
  EditDraftRequest,
  MentorChoiceRequest,
  ReorderRequestsRequest,
  RequestsQuery,
} from './dto/request.request.js';
import { MyRequestsResponse, RequestResponse, RequestsResponse } from './dto/request.response.js';

/** Requests, as mentees make them. */
@ApiTags('requests')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId/requests')
export class RequestsController {
  constructor(
    private readonly queries: RequestQueries,
    private readonly ask: AskMentors,
    private readonly drafts: SaveRequestDraft,
    private readonly edits: EditRequestDraft,
    private readonly deletes: DeleteRequestDraft,
    private readonly submits: SubmitRequest,
    private readonly reorders: ReorderRequests,
    private readonly withdraws: WithdrawRequest,
  ) {}

  @Get()
  @BySite()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'All requests that were handed in, newest first: states, names and dates' })
  @ApiOkResponse({ type: RequestsResponse })
  async list(@Query() query: RequestsQuery, @CurrentMember() actor: ProgramActor): Promise<RequestsResponse> {
    return RequestsResponse.from(await this.queries.listForProgram(actor, query, query));
  }

  @Post()
  @Roles('mentee')
  @ApiOperation({ summary: 'Ask mentors, the dearest first; all of them, or none' })
  @ApiCreatedResponse({ type: MyRequestsResponse })
  async askMentors(
    @Body() { choices }: AskMentorsRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MyRequestsResponse> {
    await this.ask.execute(choices, actor);
    return MyRequestsResponse.from(await this.queries.listMine(actor));
  }

  @Get('mine')
  @Roles('mentee')
  @ApiOperation({ summary: 'Your choices and where each stands' })
  @ApiOkResponse({ type: MyRequestsResponse })
  async listMine(@CurrentMember() actor: ProgramActor): Promise<MyRequestsResponse> {
    return MyRequestsResponse.from(await this.queries.listMine(actor));
  }

  @Put('order')
  @Roles('mentee')
  @ApiOperation({ summary: 'Change the order of the choices that wait for their turn' })
  @ApiOkResponse({ type: MyRequestsResponse })
  async reorder(
    @Body() { requestIds }: ReorderRequestsRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MyRequestsResponse> {
    await this.reorders.execute(requestIds, actor);
    return MyRequestsResponse.from(await this.queries.listMine(actor));
  }

  @Post('drafts')
  @Roles('mentee')
  @ApiOperation({ summary: 'Keep a request for later; nobody else sees it' })
  @ApiCreatedResponse({ type: RequestResponse })
  async saveDraft(
    @Body() choice: MentorChoiceRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RequestResponse> {
    return this.answer(await this.drafts.execute(choice, actor), actor);
  }

  @Get(':requestId')
  @BySite()
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'One request; for its two people, and without texts for admins' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async get(
    @IdParam('requestId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RequestResponse> {
    return this.answer(id, actor);
  }

  @Patch(':requestId')
  @Roles('mentee')
  @ApiOperation({ summary: 'Change a draft' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"1"' })
  @ApiOkResponse({ type: RequestResponse })
  async editDraft(
    @IdParam('requestId') requestId: string,
    @IfMatch() version: number,
    @Body() { note }: EditDraftRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RequestResponse> {
    await this.edits.execute({ requestId, programId: actor.programId, version, note }, actor);
    return this.answer(requestId, actor);
  }

  @Delete(':requestId')
  @HttpCode(204)
  @Roles('mentee')
  @ApiOperation({ summary: 'Delete a draft' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiNoContentResponse()
  async deleteDraft(
    @IdParam('requestId') requestId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.deletes.execute({ requestId, programId: actor.programId }, actor);
  }

  @Post(':requestId/submit')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'owner', 'coordinator')
  @MayStandIn()
  @ApiOperation({ summary: 'Hand a draft in' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async submit(
    @IdParam('requestId') requestId: string,
    @CurrentActingMember() actor: ActingMember,
  ): Promise<RequestResponse> {
    await this.submits.execute({ requestId, programId: actor.programId }, actor);
    return this.answer(requestId, actor);
  }

  @Post(':requestId/withdraw')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'owner', 'coordinator')
  @MayStandIn()
  @ApiOperation({ summary: 'Take a request back; you may ask again later' })
  @ApiParam({ name: 'requestId', format: 'uuid' })
  @ApiOkResponse({ type: RequestResponse })
  async withdraw(
    @IdParam('requestId') requestId: string,
    @CurrentActingMember() actor: ActingMember,
  ): Promise<RequestResponse> {
    await this.withdraws.execute({ requestId, programId: actor.programId }, actor);
    return this.answer(requestId, actor);
  }

  private async answer(id: string, actor: ProgramActor): Promise<RequestResponse> {
    return RequestResponse.from(await this.queries.get(id, actor));
  }
}
