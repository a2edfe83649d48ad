import { IdParam, Roles } from '#http';
import { type RunPairView, RunQueries, type RunUnmatchedView } from '#matching';
import type { ProgramActor } from '#programs';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { ExportQuery } from '../exports/export.query.js';
import { tableFile } from '../exports/table-file.js';

const PAIR_COLUMNS = {
  menteeId: ({ mentee }: RunPairView) => mentee.participationId,
  mentee: ({ mentee }: RunPairView) => mentee.name,
  mentorId: ({ mentor }: RunPairView) => mentor.participationId,
  mentor: ({ mentor }: RunPairView) => mentor.name,
  score: ({ score }: RunPairView) => score,
  strength: ({ strength }: RunPairView) => strength,
  locked: ({ locked }: RunPairView) => (locked ? 'yes' : 'no'),
  decision: ({ decision }: RunPairView) => decision?.kind ?? null,
  note: ({ decision }: RunPairView) => decision?.note ?? null,
  mentorshipId: ({ mentorshipId }: RunPairView) => mentorshipId,
  reasons: ({ contributions }: RunPairView) =>
    contributions
      .filter(({ points }) => points > 0)
      .map(({ because }) => because)
      .join('; '),
};

const UNMATCHED_COLUMNS = {
  participationId: ({ person }: RunUnmatchedView) => person.participationId,
  name: ({ person }: RunUnmatchedView) => person.name,
  role: ({ role }: RunUnmatchedView) => role,
  why: ({ why }: RunUnmatchedView) => why,
};

/** What a run found, as files. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId')
export class RunExportController {
  constructor(private readonly runs: RunQueries) {}

  @Get('pairs-export')
  @ApiOperation({ summary: 'All pairs of a run with their reasons, as a file' })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string' } })
  async pairs(
    @IdParam('runId') runId: string,
    @Query() { format = 'csv' }: ExportQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<StreamableFile> {
    return tableFile({
      name: 'pairs',
      format,
      columns: PAIR_COLUMNS,
      read: (page) => this.runs.listPairs(runId, programId, page),
    });
  }

  @Get('unmatched-export')
  @ApiOperation({ summary: 'Everybody whom a run left over, and why, as a file' })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string' } })
  async unmatched(
    @IdParam('runId') runId: string,
    @Query() { format = 'csv' }: ExportQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<StreamableFile> {
    return tableFile({
      name: 'unmatched',
      format,
      columns: UNMATCHED_COLUMNS,
      read: (page) => this.runs.listUnmatched(runId, programId, page),
    });
  }
}
