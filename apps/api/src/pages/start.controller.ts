import { mailLinkMinutes, RequestAccountLink } from '#accounts';
import { Public } from '#http';
import { Body, Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isEmail } from 'class-validator';
import type { Request, Response } from 'express';
import type { RawInput } from '../mail-actions/answer-by-mail.js';
import { sendPage } from '../mail-actions/mail-pages.js';
import type { Page } from '../mail-actions/page.js';
import { PageRefusalFilter } from '../mail-actions/page-refusal.filter.js';
import { EMAIL_MAX, forgottenPasswordPage, linkSentPage, startPage } from './start-pages.js';

/** The first page, and the ways in by mail. Opening one changes nothing. */
@ApiExcludeController()
@Public()
@UseFilters(PageRefusalFilter)
@Controller()
export class StartController {
  constructor(private readonly requestLink: RequestAccountLink) {}

  @Get()
  start(@Res() response: Response): void {
    sendPage(response, startPage());
  }

  @Get('sign-in')
  signIn(@Res() response: Response): void {
    sendPage(response, startPage());
  }

  @Post('sign-in')
  @HttpCode(200)
  async sendSignInLink(
    @Body() input: RawInput | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send('signIn', input, startPage, request, response);
  }

  @Get('forgotten-password')
  forgottenPassword(@Res() response: Response): void {
    sendPage(response, forgottenPasswordPage());
  }

  @Post('forgotten-password')
  @HttpCode(200)
  async sendResetLink(
    @Body() input: RawInput | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send('resetPassword', input, forgottenPasswordPage, request, response);
  }

  private async send(
    kind: 'signIn' | 'resetPassword',
    input: RawInput | undefined,
    page: (email: string) => Page,
    request: Request,
    response: Response,
  ): Promise<void> {
    const given = input?.['email'];
    const email = typeof given === 'string' ? given.trim() : '';
    if (email.length > EMAIL_MAX || !isEmail(email)) {
      const complaint = 'Give an email address such as ada@example.org.';
      sendPage(response, { ...page(email.slice(0, EMAIL_MAX)), complaint }, 422);
      return;
    }
    await this.requestLink.execute({ kind, email, from: request.ip ?? null });
    sendPage(response, linkSentPage(email, mailLinkMinutes[kind]));
  }
}
