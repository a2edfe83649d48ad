import { IdParam, NotFoundError, Roles } from '#http';
import { AddRosterPart, BeginRoster, FinishRoster, ImportQueries, MOST_PARTS, PutRoster } from '#profiles';
import type { ProgramActor } from '#programs';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { ImportResponse } from './dto/import.response.js';
import {
  BeginRosterRequest,
  FinishRosterRequest,
  PutRosterRequest,
  RosterPartRequest,
} from './dto/roster.request.js';

/** Lists of people from another system. Each is an import: compared first, applied by the worker. */
@ApiTags('imports')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'role', enum: ['mentor', 'mentee'] })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/roster/:role')
export class RosterController {
  constructor(
    private readonly whole: PutRoster,
    private readonly starting: BeginRoster,
    private readonly adding: AddRosterPart,
    private readonly finishing: FinishRoster,
    private readonly imports: ImportQueries,
  ) {}

  @Put()
  @ApiOperation({
    summary: 'Send a list that fits into one request; the worker applies it unless it is a dry run',
  })
  @ApiOkResponse({ type: ImportResponse })
  async put(
    @CurrentMember() actor: ProgramActor,
    @Param('role') role: string,
    @Body() { people, fullList = false, holdMails = false, dryRun = false, confirmPauses }: PutRosterRequest,
  ): Promise<ImportResponse> {
    const input = {
      role: rosterRole(role),
      people,
      fullList,
      holdMails,
      dryRun,
      confirmPauses: confirmPauses ?? null,
    };
    return this.show(await this.whole.execute(input, actor), actor);
  }

  @Post('uploads')
  @ApiOperation({ summary: 'Begin a list that comes in parts' })
  @ApiCreatedResponse({ type: ImportResponse })
  async begin(
    @CurrentMember() actor: ProgramActor,
    @Param('role') role: string,
    @Body() { fullList = false, holdMails = false }: BeginRosterRequest,
  ): Promise<ImportResponse> {
    return this.show(
      await this.starting.execute({ role: rosterRole(role), fullList, holdMails }, actor),
      actor,
    );
  }

  @Put('uploads/:importId/parts/:part')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send one part, numbered from 1; the same part again replaces it' })
  @ApiParam({ name: 'importId', format: 'uuid' })
  @ApiParam({ name: 'part', schema: { type: 'integer', minimum: 1, maximum: MOST_PARTS } })
  async putPart(
    @CurrentMember() actor: ProgramActor,
    @Param('role') role: string,
    @IdParam('importId') importId: string,
    @Param('part') part: string,
    @Body() { people }: RosterPartRequest,
  ): Promise<void> {
    await this.adding.execute({ role: rosterRole(role), importId, part: partOf(part), people }, actor);
  }

  @Post('uploads/:importId/finish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that all parts are there, and see what the list would do; nobody is touched yet',
  })
  @ApiParam({ name: 'importId', format: 'uuid' })
  @ApiOkResponse({ type: ImportResponse })
  async finish(
    @CurrentMember() actor: ProgramActor,
    @Param('role') role: string,
    @IdParam('importId') importId: string,
    @Body() { parts }: FinishRosterRequest,
  ): Promise<ImportResponse> {
    await this.finishing.execute({ role: rosterRole(role), importId, parts }, actor);
    return this.show(importId, actor);
  }

  private async show(importId: string, { programId }: ProgramActor): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.get(programId, importId));
  }
}

function rosterRole(text: string): 'mentor' | 'mentee' {
  if (text !== 'mentor' && text !== 'mentee') throw new NotFoundError('This role');
  return text;
}

function partOf(text: string): number {
  const part = /^[1-9]\d?$/.test(text) ? Number(text) : 0;
  if (part < 1 || part > MOST_PARTS) throw new NotFoundError('This part');
  return part;
}
