import { IdParam, Roles } from '#http';
import { FIGURES, figuresOf, RunQueries, type RunView } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { ExportQuery } from '../exports/export.query.js';
import { type Cell, tableFile } from '../exports/table-file.js';

const RUN_COLUMNS: Readonly<Record<string, (run: RunView) => Cell>> = {
  runId: ({ id }) => id,
  label: ({ label }) => label,
  state: ({ state }) => state,
  requestedAt: ({ requestedAt }) => requestedAt.toISOString(),
  finishedAt: ({ finishedAt }) => finishedAt?.toISOString() ?? null,
  publishedAt: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
  withdrawnAt: ({ withdrawnAt }) => withdrawnAt?.toISOString() ?? null,
  objective: ({ parameters }) => parameters.objective,
  failure: ({ failure }) => failure,
  unmatchedMentees: ({ unmatchedMentees }) => unmatchedMentees,
  ...Object.fromEntries(
    FIGURES.map((name) => [name, (run: RunView): Cell => figuresOf(run.summary ?? {})[name] ?? null]),
  ),
};

/** The runs of a round, as a file. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts/:cohortId')
export class RunsExportController {
  constructor(private readonly runs: RunQueries) {}

  @Get('runs-export')
  @ApiOperation({ summary: 'All runs of a round with their figures, as a file' })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @IdParam('cohortId') cohortId: string,
    @Query() { format = 'csv' }: ExportQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<StreamableFile> {
    return tableFile({
      name: 'runs',
      format,
      columns: RUN_COLUMNS,
      read: (page) => this.runs.list(cohortId, programId, page),
    });
  }
}
