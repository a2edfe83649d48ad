import { BySite, IdParam, IfMatch, Roles } from '#http';
import type { ProgramActor } from '#programs';
import { CancelSession, CloseSession, MoveSession, SessionQueries } from '#sessions';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CancelSessionRequest } from './dto/cancel-session.request.js';
import { MoveSessionRequest } from './dto/move-session.request.js';
import { SessionResponse, SessionsResponse } from './dto/session.response.js';
import { SessionsQuery } from './dto/sessions.query.js';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag that was read', example: '"1"' };

/** Sessions of a program. */
@ApiTags('sessions')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly moveSession: MoveSession,
    private readonly cancelSession: CancelSession,
    private readonly close: CloseSession,
  ) {}

  @Get()
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'One’s own sessions in the program, by time' })
  @ApiOkResponse({ type: SessionsResponse })
  async listMine(
    @Query() query: SessionsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionsResponse> {
    return SessionsResponse.from(await this.sessions.listMine(query.span, actor, query));
  }

  @Get(':sessionId')
  @BySite()
  @Roles('mentee', 'mentor', 'coordinator', 'owner')
  @ApiOperation({ summary: 'One session; a program admin sees dates and state' })
  @ApiParam({ name: 'sessionId', format: 'uuid' })
  @ApiOkResponse({ type: SessionResponse })
  async get(
    @IdParam('sessionId') sessionId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionResponse> {
    return SessionResponse.from(await this.sessions.get(sessionId, actor));
  }

  @Patch(':sessionId')
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'Give a session another time or place' })
  @ApiParam({ name: 'sessionId', format: 'uuid' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: SessionResponse })
  async move(
    @IdParam('sessionId') sessionId: string,
    @IfMatch() version: number,
    @Body() body: MoveSessionRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionResponse> {
    const { startsAt, lengthMinutes, timeZone, location } = body;
    const input = { sessionId, version, startsAt, lengthMinutes, timeZone, location };
    return SessionResponse.from(await this.moveSession.execute(input, actor));
  }

  @Post(':sessionId/cancel')
  @HttpCode(200)
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'Cancel a session' })
  @ApiParam({ name: 'sessionId', format: 'uuid' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: SessionResponse })
  async cancel(
    @IdParam('sessionId') sessionId: string,
    @IfMatch() version: number,
    @Body() body: CancelSessionRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionResponse> {
    return SessionResponse.from(
      await this.cancelSession.execute({ sessionId, version, reason: body.reason }, actor),
    );
  }

  @Post(':sessionId/complete')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'mentor', 'coordinator', 'owner')
  @ApiOperation({ summary: 'Say that a session took place' })
  @ApiParam({ name: 'sessionId', format: 'uuid' })
  @ApiOkResponse({ type: SessionResponse })
  async complete(
    @IdParam('sessionId') sessionId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionResponse> {
    return SessionResponse.from(await this.close.execute({ sessionId, outcome: 'completed' }, actor));
  }

  @Post(':sessionId/did-not-happen')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'mentor', 'coordinator', 'owner')
  @ApiOperation({ summary: 'Say that a session did not take place, ten minutes after its start or later' })
  @ApiParam({ name: 'sessionId', format: 'uuid' })
  @ApiOkResponse({ type: SessionResponse })
  async didNotHappen(
    @IdParam('sessionId') sessionId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionResponse> {
    return SessionResponse.from(await this.close.execute({ sessionId, outcome: 'did_not_happen' }, actor));
  }
}
