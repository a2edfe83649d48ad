import { AnyMember, BySite, PageQuery, Roles } from '#http';
import { AuditQueries, type ProgramActor } from '#programs';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { AuditQuery } from './dto/audit.query.js';
import { AuditEntriesResponse } from './dto/audit.response.js';

/** Who did what, when. */
@ApiTags('audit')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId')
export class AuditController {
  constructor(private readonly audit: AuditQueries) {}

  @Get('audit')
  @BySite()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'What was done in the program and by whom, newest first' })
  @ApiOkResponse({ type: AuditEntriesResponse })
  async list(
    @Query() query: AuditQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<AuditEntriesResponse> {
    return AuditEntriesResponse.from(await this.audit.list(actor, query, query));
  }

  @Get('me/audit')
  @AnyMember()
  @ApiOperation({ summary: 'What others did to oneself, or in one’s place, newest first' })
  @ApiOkResponse({ type: AuditEntriesResponse })
  async listAboutMe(
    @Query() page: PageQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<AuditEntriesResponse> {
    return AuditEntriesResponse.from(await this.audit.listAboutMe(actor, page));
  }
}
