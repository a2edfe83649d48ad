import { IdParam, Roles } from '#http';
import { RelaxationQueries } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { RelaxationsResponse } from './dto/relaxations.response.js';

/** What would help all whom a run left over. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId/relaxations')
export class RelaxationsController {
  constructor(private readonly relaxations: RelaxationQueries) {}

  @Get()
  @ApiOperation({ summary: 'The smallest changes for all who are left over together, by effect' })
  @ApiOkResponse({ type: RelaxationsResponse })
  async get(
    @IdParam('runId') runId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<RelaxationsResponse> {
    return RelaxationsResponse.from(await this.relaxations.get(runId, programId));
  }
}
