import { Public } from '#http';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { deviceNameOf } from '../auth/device-name.js';
import { DeviceSessions } from '../auth/device-sessions.js';
import type { RawInput } from './answer-by-mail.js';
import { FollowAccountLink } from './follow-account-link.js';
import { sendFormAgain, sendPage, wantsJson } from './mail-pages.js';
import { PageRefusalFilter } from './page-refusal.filter.js';
import { SameSiteGuard } from './same-site.guard.js';

/** Links in mails that sign in, confirm an address or set a new password. */
@ApiTags('links in mails')
@Public()
@UseFilters(PageRefusalFilter)
@UseGuards(SameSiteGuard)
@Controller('l')
export class AccountLinkController {
  constructor(
    private readonly links: FollowAccountLink,
    private readonly sessions: DeviceSessions,
  ) {}

  @Get(':token')
  @ApiOperation({ summary: 'What a link in a mail would do; changes nothing' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ description: 'One page with one button, or the same as JSON' })
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.links.describe(token);
    if (wantsJson(request)) response.json(page);
    else sendPage(response, page);
  }

  @Post(':token')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Follow the link, once; one that signs in answers the tokens as JSON, or in a cookie',
  })
  @ApiProduces('text/html', 'application/json')
  @ApiBody({
    schema: { type: 'object', properties: { password: { type: 'string', format: 'password' } }, example: {} },
  })
  @ApiOkResponse({ description: 'Tokens or what was done, as JSON or as a page' })
  async follow(
    @Param('token') token: string,
    @Body() input: RawInput | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const password = typeof input?.['password'] === 'string' ? input['password'] : '';
    const given = { password, userAgent: deviceNameOf(request) };
    if (wantsJson(request)) {
      const { page, device } = await this.links.follow(token, given);
      response.json(device === null ? page : await this.sessions.tokensOf(device));
      return;
    }
    const before = await this.links.describe(token);
    try {
      const { page, device } = await this.links.follow(token, given);
      if (device !== null) this.sessions.remember(response, device);
      sendPage(response, page);
    } catch (error) {
      sendFormAgain(response, before, error);
    }
  }
}
