import { IdParam, IfMatch, PageQuery, Roles } from '#http';
import { RunHistoryQueries, RunNotes } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { EditRunNoteRequest, RunNotesQuery, WriteRunNoteRequest } from './dto/run-history.request.js';
import { RunHistoryResponse, RunNoteResponse, RunNotesResponse } from './dto/run-history.response.js';

const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description: 'The version that was read',
  example: '"1"',
};

/** What admins write of a run and its pairs, and what happened to it. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'runId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/runs/:runId')
export class RunHistoryController {
  constructor(
    private readonly notes: RunNotes,
    private readonly queries: RunHistoryQueries,
  ) {}

  @Get('history')
  @ApiOperation({ summary: 'Who did what with a run, and what came of it, newest first' })
  @ApiOkResponse({ type: RunHistoryResponse })
  async history(
    @IdParam('runId') runId: string,
    @Query() page: PageQuery,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<RunHistoryResponse> {
    return RunHistoryResponse.from(await this.queries.listHistory(runId, programId, page));
  }

  @Get('notes')
  @ApiOperation({ summary: 'Notes on a run and on its pairs, newest first' })
  @ApiOkResponse({ type: RunNotesResponse })
  async listNotes(
    @IdParam('runId') runId: string,
    @Query() { mentee, mentor, ...page }: RunNotesQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunNotesResponse> {
    const pair = {
      ...(mentee === undefined ? {} : { menteeId: mentee }),
      ...(mentor === undefined ? {} : { mentorId: mentor }),
    };
    return RunNotesResponse.from(await this.queries.listNotes(runId, page, actor, pair));
  }

  @Post('notes')
  @ApiOperation({ summary: 'Write a note on a run, or on a pair' })
  @ApiCreatedResponse({ type: RunNoteResponse })
  async write(
    @IdParam('runId') runId: string,
    @Body() { text, pair }: WriteRunNoteRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunNoteResponse> {
    return this.read(runId, await this.notes.write({ runId, text, pair: pair ?? null }, actor), actor);
  }

  @Patch('notes/:noteId')
  @ApiOperation({ summary: 'Change a note of one’s own' })
  @ApiParam({ name: 'noteId', format: 'uuid' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: RunNoteResponse })
  async edit(
    @IdParam('runId') runId: string,
    @IdParam('noteId') noteId: string,
    @IfMatch() version: number,
    @Body() { text }: EditRunNoteRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<RunNoteResponse> {
    await this.notes.edit({ runId, noteId, version, text }, actor);
    return this.read(runId, noteId, actor);
  }

  @Delete('notes/:noteId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a note of one’s own' })
  @ApiParam({ name: 'noteId', format: 'uuid' })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse()
  async delete(
    @IdParam('runId') runId: string,
    @IdParam('noteId') noteId: string,
    @IfMatch() version: number,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.notes.delete({ runId, noteId, version }, actor);
  }

  private async read(runId: string, noteId: string, actor: ProgramActor): Promise<RunNoteResponse> {
    return RunNoteResponse.from(await this.queries.getNote(runId, noteId, actor));
  }
}
