import { IdParam, Roles } from '#http';
import { MentorDirectory } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { MentorsQuery } from './dto/matching.query.js';
import { MentorDetailResponse, MentorsResponse } from './dto/mentor.response.js';

/** The directory of mentors. */
@ApiTags('mentors')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('mentee', 'mentor', 'owner', 'coordinator')
@Controller('v1/programs/:programId/mentors')
export class MentorController {
  constructor(private readonly directory: MentorDirectory) {}

  @Get()
  @ApiOperation({ summary: 'Mentors: ranked with reasons for a mentee' })
  @ApiOkResponse({ type: MentorsResponse })
  async list(
    @Query() { q, skill, limit, cursor }: MentorsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorsResponse> {
    return MentorsResponse.from(await this.directory.list(actor, { search: q, skill }, { limit, cursor }));
  }

  @Get(':participationId')
  @ApiOperation({ summary: 'A mentor, with the reasons or what is in the way' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: MentorDetailResponse })
  async get(
    @IdParam('participationId') participationId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorDetailResponse> {
    return MentorDetailResponse.from(await this.directory.get(participationId, actor));
  }
}
