import { IdParam, Roles } from '#http';
import { MergeProgramSkill, ProgramSkillQueries } from '#profiles';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { MergeSkillRequest } from './dto/merge-skill.request.js';
import { ProgramSkillsQuery } from './dto/skill.query.js';
import { MergedSkillResponse, ProgramSkillsResponse } from './dto/skill.response.js';

/** Skills that the taxonomy does not know, as people of a program typed them. */
@ApiTags('skills')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/skills')
export class ProgramSkillsController {
  constructor(
    private readonly skills: ProgramSkillQueries,
    private readonly mergeSkill: MergeProgramSkill,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The program’s own list, with what each may have meant' })
  @ApiOkResponse({ type: ProgramSkillsResponse })
  async list(
    @Query() query: ProgramSkillsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ProgramSkillsResponse> {
    return ProgramSkillsResponse.from(await this.skills.list(actor.programId, query, query));
  }

  @Post(':skillId/merge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make it another spelling of a known skill; profiles name that one afterwards' })
  @ApiParam({ name: 'skillId', format: 'uuid' })
  @ApiOkResponse({ type: MergedSkillResponse })
  async merge(
    @IdParam('skillId') id: string,
    @Body() { into }: MergeSkillRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MergedSkillResponse> {
    return this.mergeSkill.execute({ id, into }, actor);
  }
}
