import { MailTokens } from '#accounts';
import { HttpConfig } from '#config';
import { Injectable } from '@nestjs/common';

/** What the id in a link to unsubscribe is of: a participation, or an invitation. */
export type OptOutKind = 'opt-out' | 'opt-out-invited';

/** Addresses that mails point to. Those with a secret are made while a mail is written and are never stored. */
@Injectable()
export class MailLinks {
  private readonly base: string;

  constructor(
    config: HttpConfig,
    private readonly tokens: MailTokens,
  ) {
    this.base = config.publicUrl.replace(/\/+$/, '');
  }

  /** Signing in, verifying an address, choosing a password. */
  account(tokenId: string): string {
    return `${this.base}/l/${this.tokens.urlTokenOf(tokenId)}`;
  }

  /** An answer without signing in; opening it changes nothing. */
  action(tokenId: string): string {
    return `${this.base}/a/${this.tokens.urlTokenOf(tokenId)}`;
  }

  /** An invitation to a program. */
  invitation(invitationId: string): string {
    return `${this.base}/i/${this.tokens.signId('invitation', invitationId)}`;
  }

  /** No more mails to many; `kind` says what the id is. */
  unsubscribe(kind: OptOutKind, id: string): string {
    return `${this.base}/u/${this.tokens.signId(kind, id)}`;
  }

  /** A page of the application, from its path. */
  page(path: string): string {
    return `${this.base}${path}`;
  }
}
