import type { Actor } from '#accounts';
import { SignedIn } from '#http';
import { AcceptInvitation, ApplyToProgram } from '#programs';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../auth/actor.decorator.js';
import { AcceptInvitationRequest } from './dto/invitation.request.js';
import { ApplicationRequest } from './dto/participation.request.js';
import { ParticipationResponse } from './dto/participation.response.js';

/** Ways into a program for somebody who is not in it yet. */
@ApiTags('joining')
@ApiBearerAuth()
@SignedIn()
@Controller('v1')
export class JoiningController {
  constructor(
    private readonly accept: AcceptInvitation,
    private readonly apply: ApplyToProgram,
  ) {}

  @Post('invitations/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Join by an invitation' })
  @ApiOkResponse({ type: ParticipationResponse })
  async acceptInvitation(
    @Body() input: AcceptInvitationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.accept.execute(input, actor));
  }

  @Post('applications')
  @ApiOperation({ summary: 'Apply to a program that is open for it' })
  @ApiCreatedResponse({ type: ParticipationResponse })
  async applyToProgram(
    @Body() { note, ...input }: ApplicationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.apply.execute({ ...input, note: note ?? null }, actor));
  }
}
