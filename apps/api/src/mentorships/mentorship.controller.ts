import { BySite, IdParam, PageQuery, Roles } from '#http';
import {
  CompleteMentorship,
  EndMentorship,
  MentorshipQueries,
  PauseMentorship,
  ReleaseMentorship,
  ResumeMentorship,
} from '#mentorships';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { EndMentorshipRequest, MentorshipsQuery } from './dto/mentorship.request.js';
import {
  MentorshipCountsResponse,
  MentorshipResponse,
  MentorshipsResponse,
} from './dto/mentorship.response.js';

/** Relationships under way and past. */
@ApiTags('mentorships')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId/mentorships')
export class MentorshipController {
  constructor(
    private readonly mentorships: MentorshipQueries,
    private readonly releaseMentorship: ReleaseMentorship,
    private readonly endMentorship: EndMentorship,
    private readonly pauseMentorship: PauseMentorship,
    private readonly resumeMentorship: ResumeMentorship,
    private readonly completeMentorship: CompleteMentorship,
  ) {}

  @Get()
  @BySite()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'All mentorships of the program, newest first' })
  @ApiOkResponse({ type: MentorshipsResponse })
  async list(
    @Query() { state, participationId, ...page }: MentorshipsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipsResponse> {
    const filter = {
      ...(state === undefined ? {} : { state }),
      ...(participationId === undefined ? {} : { participationId }),
    };
    return MentorshipsResponse.from(await this.mentorships.listForProgram(actor, filter, page));
  }

  @Get('mine')
  @Roles('mentee', 'mentor')
  @ApiOperation({ summary: 'One’s own mentorships, newest first' })
  @ApiOkResponse({ type: MentorshipsResponse })
  async listMine(
    @Query() page: PageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipsResponse> {
    return MentorshipsResponse.from(await this.mentorships.listMine(actor, page));
  }

  @Get('counts')
  @BySite()
  @Roles('owner', 'coordinator', 'sponsor')
  @ApiOperation({ summary: 'How many are in which state' })
  @ApiOkResponse({ type: MentorshipCountsResponse })
  async counts(@CurrentMember() actor: ProgramActor): Promise<MentorshipCountsResponse> {
    return MentorshipCountsResponse.from(await this.mentorships.counts(actor));
  }

  @Get(':mentorshipId')
  @BySite()
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'A mentorship, for its people and for admins' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: MentorshipResponse })
  async get(
    @IdParam('mentorshipId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    return this.read(id, actor);
  }

  @Post(':mentorshipId/release')
  @HttpCode(200)
  @Roles('mentor')
  @ApiOperation({
    summary: '“I can’t take this on now”: the coordinator hears at once, the mentee after 3 working days',
  })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: MentorshipResponse })
  async release(
    @IdParam('mentorshipId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.releaseMentorship.execute({ mentorshipId: id, programId: actor.programId }, actor);
    return this.read(id, actor);
  }

  @Post(':mentorshipId/end')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'End it early, without fault' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: MentorshipResponse })
  async end(
    @IdParam('mentorshipId') id: string,
    @Body() { reason }: EndMentorshipRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.endMentorship.execute({ mentorshipId: id, reason: reason ?? null }, actor);
    return this.read(id, actor);
  }

  @Post(':mentorshipId/pause')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'Let it rest; it keeps its place' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: MentorshipResponse })
  async pause(
    @IdParam('mentorshipId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.pauseMentorship.execute(id, actor);
    return this.read(id, actor);
  }

  @Post(':mentorshipId/resume')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'Go on after a pause' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: MentorshipResponse })
  async resume(
    @IdParam('mentorshipId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.resumeMentorship.execute(id, actor);
    return this.read(id, actor);
  }

  @Post(':mentorshipId/complete')
  @BySite()
  @HttpCode(200)
  @Roles('mentee', 'mentor', 'owner', 'coordinator')
  @ApiOperation({ summary: 'Close it as planned' })
  @ApiParam({ name: 'mentorshipId', format: 'uuid' })
  @ApiOkResponse({ type: MentorshipResponse })
  async complete(
    @IdParam('mentorshipId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.completeMentorship.execute(id, actor);
    return this.read(id, actor);
  }

  private async read(id: string, actor: ProgramActor): Promise<MentorshipResponse> {
    return MentorshipResponse.from(await this.mentorships.get(id, actor));
  }
}
