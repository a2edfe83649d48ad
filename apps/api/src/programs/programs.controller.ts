import type { Actor } from '#accounts';
import { AnyMember, IdParam, IfMatch, Roles, SignedIn } from '#http';
import { FoundProgram } from '#matching';
import { type ProgramActor, ProgramQueries, UpdateProgram } from '#programs';
import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor, CurrentMember } from '../auth/actor.decorator.js';
import { CreateProgramRequest, UpdateProgramRequest } from './dto/program.request.js';
import { MyProgramResponse, MyProgramsResponse, ProgramResponse } from './dto/program.response.js';

/** Programs. */
@ApiTags('programs')
@ApiBearerAuth()
@Controller('v1/programs')
export class ProgramsController {
  constructor(
    private readonly programs: ProgramQueries,
    private readonly foundProgram: FoundProgram,
    private readonly updateProgram: UpdateProgram,
  ) {}

  @Post()
  @SignedIn()
  @ApiOperation({ summary: 'Create a program and become its owner' })
  @ApiCreatedResponse({ type: ProgramResponse })
  async create(@Body() input: CreateProgramRequest, @CurrentActor() actor: Actor): Promise<ProgramResponse> {
    return ProgramResponse.from(await this.foundProgram.execute(input, actor));
  }

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The programs in which one takes part' })
  @ApiOkResponse({ type: MyProgramsResponse })
  async list(@CurrentActor() actor: Actor): Promise<MyProgramsResponse> {
    const programs = await this.programs.listMine(actor.accountId);
    return { items: programs.map((program) => MyProgramResponse.from(program)) };
  }

  @Get(':programId')
  @AnyMember()
  @ApiOperation({ summary: 'A program with its settings' })
  @ApiParam({ name: 'programId', format: 'uuid' })
  @ApiOkResponse({ type: ProgramResponse })
  async get(@IdParam('programId') programId: string): Promise<ProgramResponse> {
    return ProgramResponse.from(await this.programs.getById(programId));
  }

  @Patch(':programId')
  @Roles('owner')
  @ApiOperation({ summary: 'Change name, zone, goal areas or settings' })
  @ApiParam({ name: 'programId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: ProgramResponse })
  async update(
    @IfMatch() version: number,
    @Body() changes: UpdateProgramRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ProgramResponse> {
    return ProgramResponse.from(await this.updateProgram.execute({ version, changes }, actor));
  }
}
