import { IdParam, PageQuery, Roles } from '#http';
import { CompareRuns } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { ChangedMenteesResponse, RunComparisonResponse } from './dto/run-comparison.response.js';

/** Two runs side by side. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@ApiParam({ name: 'otherId', format: 'uuid', description: 'The run to compare with, of the same program' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId/comparison/:otherId')
export class RunComparisonController {
  constructor(private readonly compareRuns: CompareRuns) {}

  @Get()
  @ApiOperation({ summary: 'What is different from another run: settings, figures and numbers of pairs' })
  @ApiOkResponse({ type: RunComparisonResponse })
  async compare(
    @IdParam('runId') afterId: string,
    @IdParam('otherId') beforeId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<RunComparisonResponse> {
    return RunComparisonResponse.from(await this.compareRuns.execute({ beforeId, afterId }, programId));
  }

  @Get('changes')
  @ApiOperation({ summary: 'The mentees who have other mentors than in another run' })
  @ApiOkResponse({ type: ChangedMenteesResponse })
  async listChanges(
    @IdParam('runId') afterId: string,
    @IdParam('otherId') beforeId: string,
    @Query() page: PageQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<ChangedMenteesResponse> {
    return ChangedMenteesResponse.from(
      await this.compareRuns.listChanges({ beforeId, afterId }, programId, page),
    );
  }
}
