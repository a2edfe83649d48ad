import { AnyMember } from '#http';
import { GroupAnswers, type ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { GroupAnswersRequest, GroupAnswersResponse } from './dto/group-answers.dto.js';

/** What one says of oneself for the fairness report, by choice; no other route reads it. */
@ApiTags('participations')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@AnyMember()
@Controller('v1/programs/:programId/me/group-answers')
export class GroupAnswersController {
  constructor(private readonly answers: GroupAnswers) {}

  @Get()
  @ApiOperation({ summary: 'The program’s group questions, and one’s own answers' })
  @ApiOkResponse({ type: GroupAnswersResponse })
  async get(@CurrentMember() actor: ProgramActor): Promise<GroupAnswersResponse> {
    return GroupAnswersResponse.from(await this.answers.getOwn(actor));
  }

  @Put()
  @ApiOperation({ summary: 'Replace one’s own answers; each is voluntary, and only ever counted' })
  @ApiOkResponse({ type: GroupAnswersResponse })
  async put(
    @CurrentMember() actor: ProgramActor,
    @Body() { answers }: GroupAnswersRequest,
  ): Promise<GroupAnswersResponse> {
    return GroupAnswersResponse.from(await this.answers.put(answers, actor));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete one’s own answers' })
  @ApiNoContentResponse()
  async delete(@CurrentMember() actor: ProgramActor): Promise<void> {
    await this.answers.delete(actor);
  }
}
