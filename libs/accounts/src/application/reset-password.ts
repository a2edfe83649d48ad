import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { MailLinkUnknownError, WeakPasswordError } from '../accounts.errors.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { passwordProblem } from '../passwords/password-rules.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';
import { mailPurposes } from '../tokens/mail-purposes.js';
import { MailTokens } from '../tokens/mail-tokens.js';

/** Sets a new password by the link that was mailed, and signs out every device. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly refresh: RefreshTokenRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws WeakPasswordError (the link stays usable), MailLinkUnknownError, MailLinkUsedError, MailLinkExpiredError */
  async execute(input: { token: string; password: string }): Promise<{ accountId: string }> {
    const link = await this.tokens.inspect(input.token);
    const account = await this.accounts.find(link.accountId);
    if (account === null || link.purpose !== mailPurposes.resetPassword) throw new MailLinkUnknownError();
    const problem = passwordProblem(input.password, [account.email, account.name]);
    if (problem !== null) throw new WeakPasswordError('password', problem);
    const passwordHash = await this.hasher.hash(input.password);
    await this.db.transaction(async () => {
      await this.tokens.redeem(input.token, mailPurposes.resetPassword);
      await this.refresh.revokeAll(account.id);
      await this.accounts.setPassword(account.id, passwordHash);
      await this.accounts.claim(account.id);
      await this.tokens.withdraw(account.id, Object.values(mailPurposes));
      await this.outbox.append({
        type: 'account.password-changed.v1',
        payload: { accountId: account.id },
        programId: null,
        subjectId: account.id,
      });
    });
    return { accountId: account.id };
  }
}
