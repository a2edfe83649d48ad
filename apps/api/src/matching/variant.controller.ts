import { IdParam, Roles } from '#http';
import { CheckSettings, TryVariants } from '#matching';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import { SettingsCheckResponse } from './dto/settings-check.response.js';
import { TryVariantsRequest, VariantSettingsRequest } from './dto/variants.request.js';
import { VariantsResponse } from './dto/variants.response.js';

/** What would be if the settings were others. */
@ApiTags('match runs')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'cohortId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/cohorts/:cohortId')
export class VariantController {
  constructor(
    private readonly tryVariants: TryVariants,
    private readonly checkSettings: CheckSettings,
  ) {}

  @Post('settings-check')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What is wrong with settings, or what they would do to some people; nothing is stored',
  })
  @ApiOkResponse({ type: SettingsCheckResponse })
  async check(
    @IdParam('cohortId') cohortId: string,
    @Body() settings: VariantSettingsRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<SettingsCheckResponse> {
    return SettingsCheckResponse.from(await this.checkSettings.execute({ cohortId, settings }, actor));
  }

  @Post('variants')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try several settings at once, beside the round’s own' })
  @ApiAcceptedResponse({ type: VariantsResponse })
  async try(
    @IdParam('cohortId') cohortId: string,
    @Body() { variants, overrideReadiness }: TryVariantsRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VariantsResponse> {
    const batchId = await this.tryVariants.execute({ cohortId, variants, overrideReadiness }, actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/cohorts/${cohortId}/variants/${batchId}`);
    return VariantsResponse.from(await this.tryVariants.get(batchId, cohortId, actor.programId));
  }

  @Get('variants/:batchId')
  @ApiOperation({ summary: 'The settings that were tried, side by side' })
  @ApiParam({ name: 'batchId', format: 'uuid' })
  @ApiOkResponse({ type: VariantsResponse })
  async get(
    @IdParam('cohortId') cohortId: string,
    @IdParam('batchId') batchId: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<VariantsResponse> {
    return VariantsResponse.from(await this.tryVariants.get(batchId, cohortId, programId));
  }
}
