import { IdParam, PageQuery, Roles } from '#http';
import { RosterQueries } from '#profiles';
import type { ProgramActor } from '#programs';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { DifferencesQuery } from './dto/import.request.js';
import { MissingPersonPageResponse, RowDifferencePageResponse } from './dto/roster.response.js';

/** What a list of people would do, before anybody says yes. */
@ApiTags('imports')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'importId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/imports/:importId')
export class RosterDifferencesController {
  constructor(private readonly queries: RosterQueries) {}

  @Get('differences')
  @ApiOperation({ summary: 'What each row does to its person: new, changed fields, returning' })
  @ApiOkResponse({ type: RowDifferencePageResponse })
  async list(
    @CurrentMember() { programId }: ProgramActor,
    @IdParam('importId') id: string,
    @Query() query: DifferencesQuery,
  ): Promise<RowDifferencePageResponse> {
    const page = await this.queries.listDifferences(programId, id, query.change, query);
    return RowDifferencePageResponse.from(page);
  }

  @Get('missing')
  @ApiOperation({ summary: 'Whom a full list would pause now, because they are missing in it' })
  @ApiOkResponse({ type: MissingPersonPageResponse })
  async missing(
    @CurrentMember() { programId }: ProgramActor,
    @IdParam('importId') id: string,
    @Query() page: PageQuery,
  ): Promise<MissingPersonPageResponse> {
    return MissingPersonPageResponse.from(await this.queries.listMissing(programId, id, page));
  }
}
