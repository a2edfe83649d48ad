import { BySite, IdParam, Roles } from '#http';
import type { ProgramActor } from '#programs';
import { BookSession, FindSlots, SessionQueries } from '#sessions';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { BookSessionRequest } from './dto/book-session.request.js';
import { SessionResponse, SessionsResponse } from './dto/session.response.js';
import { SessionsQuery } from './dto/sessions.query.js';
import { SlotsQuery } from './dto/slots.query.js';
import { SlotsResponse } from './dto/slots.response.js';

/** Sessions of one mentorship. */
@ApiTags('sessions')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'mentorshipId', format: 'uuid' })
@Controller('v1/programs/:programId/mentorships/:mentorshipId')
export class MentorshipSessionsController {
  constructor(
    private readonly slots: FindSlots,
    private readonly book: BookSession,
    private readonly sessions: SessionQueries,
  ) {}

  @Get('slots')
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'Times that suit both, on both clocks' })
  @ApiOkResponse({ type: SlotsResponse })
  async findSlots(
    @IdParam('mentorshipId') mentorshipId: string,
    @Query() query: SlotsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SlotsResponse> {
    const { from, to, lengthMinutes, limit } = query;
    const range = { mentorshipId, from, to, lengthMinutes, limit };
    return SlotsResponse.from(await this.slots.execute(range, actor));
  }

  @Post('sessions')
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'Book a session in common free time' })
  @ApiCreatedResponse({ type: SessionResponse })
  async create(
    @IdParam('mentorshipId') mentorshipId: string,
    @Body() body: BookSessionRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionResponse> {
    const { startsAt, lengthMinutes, timeZone, location } = body;
    const input = { mentorshipId, startsAt, lengthMinutes, timeZone, location };
    return SessionResponse.from(await this.book.execute(input, actor));
  }

  @Get('sessions')
  @BySite()
  @Roles('mentee', 'mentor', 'coordinator', 'owner')
  @ApiOperation({ summary: 'The sessions of a mentorship, by time' })
  @ApiOkResponse({ type: SessionsResponse })
  async list(
    @IdParam('mentorshipId') mentorshipId: string,
    @Query() query: SessionsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SessionsResponse> {
    return SessionsResponse.from(
      await this.sessions.listForMentorship(mentorshipId, query.span, actor, query),
    );
  }
}
