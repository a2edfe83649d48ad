import {
  AccountQueries,
  MailLinkUnknownError,
  mailPurposes,
  MailTokens,
  type OpenMailToken,
  ResetPassword,
  type SignedInDevice,
  SignInWithLink,
  VerifyEmail,
} from '#accounts';
import { Injectable } from '@nestjs/common';
import { accountLinkPages } from './account-link-pages.js';
import type { Page } from './page.js';

/** What following a link brought about; `device` when somebody is signed in now. */
export interface FollowedLink {
  readonly page: Page;
  readonly device: SignedInDevice | null;
}

/** The links that prove who reads a mail: sign in, confirm an address, set a new password. */
@Injectable()
export class FollowAccountLink {
  constructor(
    private readonly tokens: MailTokens,
    private readonly accounts: AccountQueries,
    private readonly signIn: SignInWithLink,
    private readonly verify: VerifyEmail,
    private readonly reset: ResetPassword,
  ) {}

  /** The page of a link; changes nothing. */
  async describe(urlToken: string): Promise<Page> {
    const link = await this.open(urlToken);
    const page = accountLinkPages[link.purpose];
    if (page === undefined) throw new MailLinkUnknownError();
    return page(await this.accounts.getById(link.accountId));
  }

  /** Does what the link is for, once. @param input.password for a link that sets one */
  async follow(
    urlToken: string,
    input: { password: string; userAgent: string | null },
  ): Promise<FollowedLink> {
    const { purpose } = await this.open(urlToken);
    if (purpose === mailPurposes.signIn) {
      const device = await this.signIn.execute({ token: urlToken, userAgent: input.userAgent });
      return {
        device,
        page: {
          title: 'You are signed in',
          sentences: ['This device stays signed in. Go on where you were; you can close this page.'],
        },
      };
    }
    if (purpose === mailPurposes.verifyEmail) {
      await this.verify.execute({ token: urlToken });
      return {
        device: null,
        page: { title: 'Your address is confirmed', sentences: ['You can sign in with your password now.'] },
      };
    }
    if (purpose !== mailPurposes.resetPassword) throw new MailLinkUnknownError();
    await this.reset.execute({ token: urlToken, password: input.password });
    return {
      device: null,
      page: {
        title: 'Your new password is set',
        sentences: ['Every device was signed out. Sign in with the new password.'],
      },
    };
  }

  private open(urlToken: string): Promise<OpenMailToken> {
    return this.tokens.inspect(urlToken);
  }
}
