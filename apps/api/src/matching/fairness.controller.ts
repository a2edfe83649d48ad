import { IdParam, Roles } from '#http';
import { ReportFairness } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { FairnessReportResponse } from './dto/fairness.response.js';

/** How a round went for groups of people. */
@ApiTags('cohorts')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator', 'sponsor')
@Controller('v1/programs/:programId/cohorts/:cohortId')
export class FairnessController {
  constructor(private readonly report: ReportFairness) {}

  @Get('fairness-report')
  @ApiOperation({
    summary: 'How the published round went for groups of mentees, by what they said of themselves',
    description:
      'Shares of all mentees of a group, without anybody’s score. Groups under ten people are hidden, and further ones so that none can be computed; a share whose interval is wider than ± 20 points is not said.',
  })
  @ApiOkResponse({ type: FairnessReportResponse })
  async get(
    @IdParam('cohortId') cohortId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<FairnessReportResponse> {
    return FairnessReportResponse.from(await this.report.execute(cohortId, programId));
  }
}
