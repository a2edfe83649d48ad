import type { SignedInDevice } from '#accounts';
import { AuthConfig, HttpConfig } from '#config';
import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { AccessTokens } from './access-tokens.js';
import { TokensResponse } from './dto/tokens.response.js';

const COOKIE = 'rapport_refresh';

/** How a signed-in device gets its tokens: in the body, or for a page without script the refresh token in a cookie. */
@Injectable()
export class DeviceSessions {
  private readonly cookie: CookieOptions;
  private readonly maxAge: number;

  constructor(
    private readonly access: AccessTokens,
    auth: AuthConfig,
    http: HttpConfig,
  ) {
    this.cookie = {
      httpOnly: true,
      sameSite: 'strict',
      secure: http.publicUrl.startsWith('https:'),
      path: '/v1/auth',
    };
    this.maxAge = auth.refreshTokenDays * 86_400_000;
  }

  /** The body that hands over both tokens. */
  async tokensOf(device: SignedInDevice): Promise<TokensResponse> {
    return TokensResponse.from(device, await this.access.sign(device));
  }

  /** Keeps the refresh token in a cookie that no script can read and no other site can send. */
  remember(response: Response, device: SignedInDevice): void {
    response.cookie(COOKIE, device.refreshToken, { ...this.cookie, maxAge: this.maxAge });
  }

  /** Forgets the cookie. */
  forget(response: Response): void {
    response.clearCookie(COOKIE, this.cookie);
  }

  /** The refresh token of the cookie, or null. */
  remembered(request: Request): string | null {
    return /(?:^|;\s*)rapport_refresh=([\w-]{1,200})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
  }
}
