import { Public } from '#http';
import { OptOuts, type OptOutView } from '#notifications';
import { Controller, Get, HttpCode, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { sendPage, wantsJson } from '../mail-actions/mail-pages.js';
import { PageRefusalFilter } from '../mail-actions/page-refusal.filter.js';
import type { Page } from '../mail-actions/page.js';
import { OptOutResponse } from './dto/opt-out.response.js';

const STILL =
  'Mails about your own requests, mentorships and sessions are not among them; you get those as before.';

function pageOf({ programName, isOut }: OptOutView, token: string): Page {
  return isOut
    ? {
        title: 'You get no more of these mails',
        sentences: [`${programName} sends you no more mails that go to many people.`, STILL],
        form: { button: 'Get them again', action: `/u/${token}/again`, fields: [] },
      }
    : {
        title: `Mails of ${programName}`,
        sentences: [`You get the mails of ${programName} that go to many people.`, STILL],
        form: { button: 'No more mails like this', action: `/u/${token}`, fields: [] },
      };
}

/**
 * Out of mails to many, by the link in one. Mail programs press the button themselves (RFC 8058), from wherever they
 * are, so that forms of other sites can't be refused here; all they could do is what the link allows.
 */
@ApiTags('links in mails')
@Public()
@UseFilters(PageRefusalFilter)
@Controller('u')
export class OptOutController {
  constructor(private readonly optOuts: OptOuts) {}

  @Get(':token')
  @ApiOperation({ summary: 'Whether one gets mails to many; changes nothing' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ type: OptOutResponse, description: 'One page with one button, or the same as JSON' })
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.answer(await this.optOuts.inspect(token), token, request, response);
  }

  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ summary: 'No more mails to many; also for the one click of a mail program' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ type: OptOutResponse })
  async leave(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.answer(await this.optOuts.add(token), token, request, response);
  }

  @Post(':token/again')
  @HttpCode(200)
  @ApiOperation({ summary: 'Get them again' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ type: OptOutResponse })
  async comeBack(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.answer(await this.optOuts.remove(token), token, request, response);
  }

  private answer(view: OptOutView, token: string, request: Request, response: Response): void {
    if (wantsJson(request)) response.json(OptOutResponse.from(view));
    else sendPage(response, pageOf(view, token));
  }
}
