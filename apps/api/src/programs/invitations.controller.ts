import { IdParam, PageQuery, Roles } from '#http';
import {
  CreateInvitationLink,
  InvitationQueries,
  InviteByEmail,
  type ProgramActor,
  RevokeInvitation,
} from '#programs';
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
import { CreateInvitationLinkRequest, InviteByEmailRequest } from './dto/invitation.request.js';
import { InvitationResponse, InvitationsResponse, InvitedResponse } from './dto/invitation.response.js';

/** Invitations to a program. */
@ApiTags('invitations')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationQueries,
    private readonly inviteByEmail: InviteByEmail,
    private readonly createLink: CreateInvitationLink,
    private readonly revokeInvitation: RevokeInvitation,
  ) {}

  @Get('invitations')
  @ApiOperation({ summary: 'All invitations, the newest first' })
  @ApiOkResponse({ type: InvitationsResponse })
  async list(@Query() page: PageQuery, @CurrentMember() actor: ProgramActor): Promise<InvitationsResponse> {
    const found = await this.invitations.list(actor.programId, page);
    return InvitationsResponse.from(found, (each) => this.invitations.linkToken(each));
  }

  @Post('invitations')
  @ApiOperation({ summary: 'Invite people by mail' })
  @ApiCreatedResponse({ type: InvitedResponse })
  async invite(
    @Body() { emails, role, note }: InviteByEmailRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<InvitedResponse> {
    return InvitedResponse.from(
      await this.inviteByEmail.execute({ emails, role, note: note ?? null }, actor),
    );
  }

  @Post('invitation-links')
  @ApiOperation({ summary: 'Make a link by which several people may join' })
  @ApiCreatedResponse({ type: InvitationResponse })
  async link(
    @Body() { note, ...input }: CreateInvitationLinkRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<InvitationResponse> {
    const { invitation, token } = await this.createLink.execute({ ...input, note: note ?? null }, actor);
    return InvitationResponse.from(invitation, token);
  }

  @Post('invitations/:invitationId/revoke')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiParam({ name: 'invitationId', format: 'uuid' })
  @ApiOkResponse({ type: InvitationResponse })
  async revoke(
    @IdParam('invitationId') invitationId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<InvitationResponse> {
    const view = await this.revokeInvitation.execute({ invitationId }, actor);
    return InvitationResponse.from(view, this.invitations.linkToken(view));
  }
}
