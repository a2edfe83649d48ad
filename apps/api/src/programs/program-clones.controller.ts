import { Roles } from '#http';
import { CloneProgram } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import { CloneProgramRequest } from './dto/clone-program.request.js';
import { ProgramResponse } from './dto/program.response.js';

/** Programs that are held again. */
@ApiTags('programs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner')
@Controller('v1/programs/:programId/clones')
export class ProgramClonesController {
  constructor(private readonly cloneProgram: CloneProgram) {}

  @Post()
  @ApiOperation({
    summary: 'Make its next edition: settings, skills and latest cohorts, on later dates, without people',
  })
  @ApiCreatedResponse({ type: ProgramResponse })
  async create(
    @Body() input: CloneProgramRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgramResponse> {
    const clone = await this.cloneProgram.execute(input, actor);
    response.setHeader('Location', `/v1/programs/${clone.id}`);
    return ProgramResponse.from(clone);
  }
}
