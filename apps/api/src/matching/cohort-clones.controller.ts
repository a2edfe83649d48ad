import { IdParam, Roles } from '#http';
import { CloneCohort, CohortQueries } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CloneCohortRequest } from './dto/clone-cohort.request.js';
import { CohortResponse } from './dto/cohort.response.js';

/** Rounds that are held again. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts/:cohortId/clones')
export class CohortClonesController {
  constructor(
    private readonly cloneCohort: CloneCohort,
    private readonly cohorts: CohortQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Make the next round: the same settings, a lottery of its own, nobody enrolled yet',
  })
  @ApiCreatedResponse({ type: CohortResponse })
  async create(
    @IdParam('cohortId') cohortId: string,
    @Body() { keepOverrides = [], ...input }: CloneCohortRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CohortResponse> {
    const id = await this.cloneCohort.execute({ cohortId, keepOverrides, ...input }, actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/cohorts/${id}`);
    return CohortResponse.from(await this.cohorts.get(id, actor.programId));
  }
}
