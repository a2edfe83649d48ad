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
import { AnswerByMail, type RawInput } from './answer-by-mail.js';
import type { MailActionPage } from './mail-action.js';
import { canCorrect, sendFormAgain, sendPage, wantsJson } from './mail-pages.js';
import { PageRefusalFilter } from './page-refusal.filter.js';
import type { Page } from './page.js';
import { SameSiteGuard } from './same-site.guard.js';

/** @param chosen what the address names beforehand: `?startsAt=…` */
function toPage({ title, sentences, button, fields = [] }: MailActionPage, chosen: object = {}): Page {
  const given = new Map(Object.entries(chosen));
  const filled = fields.map((field) => {
    const value: unknown = field.kind === 'choice' ? given.get(field.name) : undefined;
    return typeof value === 'string' ? { ...field, value } : field;
  });
  return { title, sentences, form: { button, fields: filled } };
}

/** Answers from mails, without signing in. */
@ApiTags('links in mails')
@Public()
@UseFilters(PageRefusalFilter)
@UseGuards(SameSiteGuard)
@Controller('a')
export class MailActionController {
  constructor(private readonly answers: AnswerByMail) {}

  @Get(':token')
  @ApiOperation({ summary: 'What a link in a mail would do; changes nothing' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ description: 'One page with one button, or the same as JSON' })
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.answers.describe(token);
    if (wantsJson(request)) response.json(page);
    else sendPage(response, toPage(page, request.query));
  }

  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do what the link allows, once' })
  @ApiProduces('text/html', 'application/json')
  @ApiBody({ schema: { type: 'object', additionalProperties: { type: 'string' }, example: {} } })
  @ApiOkResponse({ description: 'What was done, as a page or as JSON' })
  async perform(
    @Param('token') token: string,
    @Body() input: RawInput | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (wantsJson(request)) {
      response.json(await this.answers.perform(token, input ?? {}));
      return;
    }
    try {
      sendPage(response, await this.answers.perform(token, input ?? {}));
    } catch (error) {
      if (!canCorrect(error)) throw error;
      sendFormAgain(response, toPage(await this.answers.describe(token)), error);
    }
  }
}
