import { Public } from '#http';
import { InvitationQueries, JoinByMail } from '#programs';
import { Controller, Get, HttpCode, Param, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { sendPage, wantsJson } from '../mail-actions/mail-pages.js';
import { PageRefusalFilter } from '../mail-actions/page-refusal.filter.js';
import { SameSiteGuard } from '../mail-actions/same-site.guard.js';
import { InvitationOfferResponse } from './dto/invitation-offer.response.js';
import { ParticipationResponse } from './dto/participation.response.js';
import { invitationPage, joinedPage } from './invitation-pages.js';

/** What somebody sees who opens the link of an invitation. */
@ApiTags('links in mails')
@Public()
@UseFilters(PageRefusalFilter)
@UseGuards(SameSiteGuard)
@Controller('i')
export class InvitationPageController {
  constructor(
    private readonly invitations: InvitationQueries,
    private readonly join: JoinByMail,
  ) {}

  @Get(':token')
  @ApiOperation({ summary: 'What an invitation offers; changes nothing' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({
    type: InvitationOfferResponse,
    description: 'One page with one button, or the same as JSON',
  })
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const offer = await this.invitations.getOffer(token);
    if (wantsJson(request)) response.json(InvitationOfferResponse.from(offer));
    else sendPage(response, invitationPage(offer));
  }

  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ summary: 'Join by the link of an invitation mail; a link to sign in follows by mail' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ type: ParticipationResponse, description: 'The participation, or a page' })
  async accept(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const participation = await this.join.execute({ token });
    if (wantsJson(request)) response.json(ParticipationResponse.from(participation));
    else sendPage(response, joinedPage(participation));
  }
}
