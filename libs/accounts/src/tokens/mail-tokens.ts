import { AuthConfig } from '#config';
import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MailLinkExpiredError, MailLinkUnknownError, MailLinkUsedError } from '../accounts.errors.js';
import { MailTokenEntity } from '../persistence/mail-token.entity.js';
import type { MailTokenRow } from '../persistence/mail-token.rows.js';
import { deriveKey, signId, verifySignedId } from './signed-id.js';

/** What a link by mail is to allow; `context` holds ids alone. */
export interface NewMailToken {
  readonly accountId: string;
  /** For example `sign-in` or `request.accept`. */
  readonly purpose: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** A link that would still work. */
export interface OpenMailToken {
  readonly id: string;
  readonly accountId: string;
  readonly purpose: string;
  readonly context: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** What the holder of a used link is allowed to do, now and once. */
export interface RedeemedMailToken {
  readonly accountId: string;
  readonly context: Readonly<Record<string, string>>;
}

const KIND = 'mail-token';

/**
 * Permissions to do one thing from a mail. The row says what and until when; the secret in the link is an HMAC of the
 * row's id, made while the mail is rendered.
 */
@Injectable()
export class MailTokens {
  private readonly key: Buffer;

  constructor(
    config: AuthConfig,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.key = deriveKey(config.secret, 'links-by-mail');
  }

  /** Writes a permission; answers its id, which events may carry. */
  async issue(token: NewMailToken): Promise<string> {
    const id = this.ids.next();
    await this.db.repository(MailTokenEntity).insert({
      id,
      accountId: token.accountId,
      purpose: token.purpose,
      context: { ...token.context },
      createdAt: this.clock.now(),
      expiresAt: token.expiresAt,
      usedAt: null,
    });
    return id;
  }

  /** The secret part of the link, the same each time. */
  urlTokenOf(id: string): string {
    return signId(this.key, KIND, id);
  }

  /**
   * Looks at a link without using it: all that a GET may do.
   *
   * @throws MailLinkUnknownError, MailLinkUsedError, MailLinkExpiredError
   */
  async inspect(urlToken: string): Promise<OpenMailToken> {
    const row = await this.find(this.idOf(urlToken));
    this.refuseClosed(row);
    return toOpenToken(row);
  }

  /**
   * What a link was for that has done its work, so that its holder can be told again what was done; null when it has not.
   *
   * @throws MailLinkUnknownError
   */
  async inspectUsed(urlToken: string): Promise<OpenMailToken | null> {
    const row = await this.find(this.idOf(urlToken));
    return row.usedAt === null ? null : toOpenToken(row);
  }

  /**
   * Uses a link. Of two at the same time one wins; call it in the transaction of what the link allows, so that a failure
   * leaves it unused.
   *
   * @throws MailLinkUnknownError (also for another purpose), MailLinkUsedError, MailLinkExpiredError
   */
  async redeem(urlToken: string, purpose: string): Promise<RedeemedMailToken> {
    const id = this.idOf(urlToken);
    const [won] = await this.db.query<MailTokenRow>(
      `UPDATE mail_token SET used_at = $3 WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
       RETURNING account_id, context`,
      [id, purpose, this.clock.now()],
    );
    if (won !== undefined) return { accountId: won.account_id, context: won.context };
    const row = await this.find(id);
    if (row.purpose !== purpose) throw new MailLinkUnknownError();
    this.refuseClosed(row);
    // The row is open again: the transaction that had used it was rolled back meanwhile.
    return this.redeem(urlToken, purpose);
  }

  /** Makes all links of an account for these purposes useless, and forgets what they were about. */
  async withdraw(accountId: string, purposes: readonly string[]): Promise<void> {
    await this.db.query(
      `UPDATE mail_token SET used_at = coalesce(used_at, $3), context = '{}' WHERE account_id = $1 AND purpose = ANY($2)`,
      [accountId, purposes, this.clock.now()],
    );
  }

  /** Ends the time of all links of an account; those that were used tell nobody any more what was done by them. */
  async withdrawAll(accountId: string): Promise<void> {
    await this.db.query(`DELETE FROM mail_token WHERE account_id = $1 AND used_at IS NOT NULL`, [accountId]);
    await this.db.query(`UPDATE mail_token SET expires_at = least(expires_at, $2) WHERE account_id = $1`, [
      accountId,
      this.clock.now(),
    ]);
  }

  /** Signs another id for a link, for example of kind `invitation`; deterministic. */
  signId(kind: string, id: string): string {
    return signId(this.key, `id:${kind}`, id);
  }

  /** The id inside such a text, or null when we did not sign it for this kind. */
  verifySignedId(kind: string, text: string): string | null {
    return verifySignedId(this.key, `id:${kind}`, text);
  }

  private idOf(urlToken: string): string {
    const id = verifySignedId(this.key, KIND, urlToken);
    if (id === null) throw new MailLinkUnknownError();
    return id;
  }

  private async find(id: string): Promise<MailTokenEntity> {
    const row = await this.db.repository(MailTokenEntity).findOne({ where: { id } });
    if (row === null) throw new MailLinkUnknownError();
    return row;
  }

  private refuseClosed(row: MailTokenEntity): void {
    if (row.usedAt !== null) throw new MailLinkUsedError();
    if (row.expiresAt <= this.clock.now()) throw new MailLinkExpiredError();
  }
}

function toOpenToken({ id, accountId, purpose, context, expiresAt }: MailTokenEntity): OpenMailToken {
  return { id, accountId, purpose, context, expiresAt };
}
