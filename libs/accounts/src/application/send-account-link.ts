import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { mailLinkMinutes, mailPurposes } from '../tokens/mail-purposes.js';
import { MailTokens } from '../tokens/mail-tokens.js';

const events = {
  verifyEmail: 'account.verification-requested.v1',
  resetPassword: 'account.password-reset-requested.v1',
  signIn: 'account.sign-in-link-requested.v1',
} as const;

/** Owes somebody a mail with a link that proves who they are; call it inside a transaction. */
@Injectable()
export class SendAccountLink {
  constructor(
    private readonly clock: Clock,
    private readonly tokens: MailTokens,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the token's id */
  async execute(input: {
    kind: keyof typeof mailPurposes;
    accountId: string;
    context?: Readonly<Record<string, string>>;
  }): Promise<string> {
    const { kind, accountId, context = {} } = input;
    const tokenId = await this.tokens.issue({
      accountId,
      purpose: mailPurposes[kind],
      context,
      expiresAt: new Date(this.clock.now().getTime() + mailLinkMinutes[kind] * 60_000),
    });
    await this.outbox.append({
      type: events[kind],
      payload: { accountId, tokenId },
      programId: null,
      subjectId: accountId,
    });
    return tokenId;
  }
}
