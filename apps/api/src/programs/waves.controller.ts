import { IdParam, InvalidInputError, PageQuery, Roles } from '#http';
import { Clock } from '#kernel';
import { CreateWave, PauseWave, type ProgramActor, type WaveInput, WaveQueries } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CreateWaveRequest } from './dto/wave.request.js';
import { WaveResponse, WavesResponse } from './dto/wave.response.js';

/** First mails to imported people, some at a time. */
@ApiTags('invitations')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/invitation-waves')
export class WavesController {
  constructor(
    private readonly creating: CreateWave,
    private readonly pausing: PauseWave,
    private readonly waves: WaveQueries,
    private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Write to imported people whose import held their mails back, some at a time' })
  @ApiCreatedResponse({ type: WaveResponse })
  async create(
    @CurrentMember() actor: ProgramActor,
    @Body() { role, size, percent, startsAt, everyHours }: CreateWaveRequest,
  ): Promise<WaveResponse> {
    const input = {
      role: role ?? null,
      portion: portionOf(size, percent),
      startsAt: startsAt ?? this.clock.now(),
      everyHours,
    };
    return this.show(await this.creating.execute(input, actor), actor);
  }

  @Get()
  @ApiOperation({ summary: 'Waves with what came of them, newest first' })
  @ApiOkResponse({ type: WavesResponse })
  async list(@CurrentMember() { programId }: ProgramActor, @Query() page: PageQuery): Promise<WavesResponse> {
    const found = await this.waves.list(programId, page);
    return WavesResponse.from(found, await this.waves.countWaiting(programId));
  }

  @Get(':waveId')
  @ApiOperation({ summary: 'A wave, and what came of it' })
  @ApiParam({ name: 'waveId', format: 'uuid' })
  @ApiOkResponse({ type: WaveResponse })
  async get(@IdParam('waveId') id: string, @CurrentMember() actor: ProgramActor): Promise<WaveResponse> {
    return this.show(id, actor);
  }

  @Post(':waveId/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Write to nobody more for a while' })
  @ApiParam({ name: 'waveId', format: 'uuid' })
  @ApiOkResponse({ type: WaveResponse })
  async pause(@IdParam('waveId') id: string, @CurrentMember() actor: ProgramActor): Promise<WaveResponse> {
    await this.pausing.pause(id, actor);
    return this.show(id, actor);
  }

  @Post(':waveId/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on' })
  @ApiParam({ name: 'waveId', format: 'uuid' })
  @ApiOkResponse({ type: WaveResponse })
  async resume(@IdParam('waveId') id: string, @CurrentMember() actor: ProgramActor): Promise<WaveResponse> {
    await this.pausing.resume(id, actor);
    return this.show(id, actor);
  }

  private async show(id: string, { programId }: ProgramActor): Promise<WaveResponse> {
    return WaveResponse.from(await this.waves.get(programId, id));
  }
}

/** @throws InvalidInputError unless there is one of the two */
function portionOf(size: number | undefined, percent: number | undefined): WaveInput['portion'] {
  if (size !== undefined && percent === undefined) return { size };
  if (percent !== undefined && size === undefined) return { percent };
  throw new InvalidInputError([{ path: 'size', message: 'Give either size or percent.' }]);
}
