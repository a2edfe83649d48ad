import {
  type Actor,
  ChangePassword,
  IssueTokens,
  RefreshTokens,
  RegisterAccount,
  RequestAccountLink,
  ResetPassword,
  SignedOutError,
  SignOut,
  VerifyEmail,
} from '#accounts';
import { Public, SignedIn } from '#http';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from './actor.decorator.js';
import { deviceNameOf } from './device-name.js';
import { DeviceSessions } from './device-sessions.js';
import { ChangePasswordRequest } from './dto/change-password.request.js';
import { EmailRequest } from './dto/email.request.js';
import { LinkTokenRequest } from './dto/link-token.request.js';
import { MailSentResponse } from './dto/mail-sent.response.js';
import { RefreshTokenRequest } from './dto/refresh-token.request.js';
import { RegisterRequest } from './dto/register.request.js';
import { ResetPasswordRequest } from './dto/reset-password.request.js';
import { SignInRequest } from './dto/sign-in.request.js';
import { TokensResponse } from './dto/tokens.response.js';
import { PasswordCheck } from './password-check.js';

/** Getting in and out. */
@ApiTags('auth')
@Public()
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly verify: VerifyEmail,
    private readonly passwords: PasswordCheck,
    private readonly issueTokens: IssueTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly signOutDevice: SignOut,
    private readonly requestLink: RequestAccountLink,
    private readonly reset: ResetPassword,
    private readonly change: ChangePassword,
    private readonly sessions: DeviceSessions,
  ) {}

  @Post('register')
  @HttpCode(202)
  @ApiOperation({ summary: 'Register; the account works once the link in the mail was used' })
  @ApiAcceptedResponse({ type: MailSentResponse })
  async register(@Body() body: RegisterRequest, @Req() request: Request): Promise<MailSentResponse> {
    const { email, password, name, timeZone, locale = 'en' } = body;
    const from = request.ip ?? null;
    await this.registerAccount.execute({ email, password, name, timeZone, locale, from });
    return new MailSentResponse();
  }

  @Post('verify-email')
  @HttpCode(204)
  @ApiOperation({ summary: 'Confirm an address by the link that was mailed' })
  @ApiNoContentResponse()
  async verifyEmail(@Body() body: LinkTokenRequest): Promise<void> {
    await this.verify.execute(body);
  }

  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in by address and password' })
  @ApiBody({ type: SignInRequest })
  @ApiOkResponse({ type: TokensResponse })
  async signIn(
    @Body() _body: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokensResponse> {
    const { accountId } = await this.passwords.run(request, response);
    const device = await this.issueTokens.execute({ accountId, userAgent: deviceNameOf(request) });
    return this.sessions.tokensOf(device);
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'Exchange the refresh token for the next pair of tokens' })
  @ApiOkResponse({ type: TokensResponse })
  async refresh(
    @Body() body: RefreshTokenRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokensResponse> {
    const remembered = body.refreshToken === undefined ? this.sessions.remembered(request) : null;
    const refreshToken = body.refreshToken ?? remembered;
    if (refreshToken === null) throw new SignedOutError();
    const device = await this.refreshTokens.execute({ refreshToken, userAgent: deviceNameOf(request) });
    if (remembered !== null) this.sessions.remember(response, device);
    return this.sessions.tokensOf(device);
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign this device out; its refresh tokens stop working' })
  @ApiNoContentResponse()
  async signOut(
    @Body() body: RefreshTokenRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const refreshToken = body.refreshToken ?? this.sessions.remembered(request);
    if (refreshToken !== null) await this.signOutDevice.execute({ refreshToken });
    this.sessions.forget(response);
  }

  @Post('forgot-password')
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a mail with a link to set a new password (60 minutes, once)' })
  @ApiAcceptedResponse({ type: MailSentResponse })
  async forgotPassword(@Body() body: EmailRequest, @Req() request: Request): Promise<MailSentResponse> {
    await this.requestLink.execute({ kind: 'resetPassword', email: body.email, from: request.ip ?? null });
    return new MailSentResponse();
  }

  @Post('sign-in-links')
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a mail with a link to sign in (15 minutes, once)' })
  @ApiAcceptedResponse({ type: MailSentResponse })
  async sendSignInLink(@Body() body: EmailRequest, @Req() request: Request): Promise<MailSentResponse> {
    await this.requestLink.execute({ kind: 'signIn', email: body.email, from: request.ip ?? null });
    return new MailSentResponse();
  }

  @Post('reset-password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set a new password by the link that was mailed; signs out every device' })
  @ApiNoContentResponse()
  async resetPassword(@Body() body: ResetPasswordRequest): Promise<void> {
    await this.reset.execute(body);
  }

  @Post('change-password')
  @SignedIn()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Change the password; signs out every other device' })
  @ApiNoContentResponse()
  async changePassword(
    @Body() body: ChangePasswordRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<void> {
    const { currentPassword, newPassword } = body;
    await this.change.execute({ currentPassword, newPassword, from: request.ip ?? null }, actor);
  }
}
