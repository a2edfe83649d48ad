import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { AccountUnknownError, WeakPasswordError, WrongPasswordError } from '../accounts.errors.js';
import type { Actor } from '../actor.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { passwordProblem } from '../passwords/password-rules.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';
import { mailPurposes } from '../tokens/mail-purposes.js';
import { MailTokens } from '../tokens/mail-tokens.js';
import { AttemptLimits } from './attempt-limits.js';

/** Changes a password by knowing the present one; every other device is signed out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly limits: AttemptLimits,
    private readonly refresh: RefreshTokenRepository,
    private readonly tokens: MailTokens,
    private readonly outbox: Outbox,
  ) {}

  /** @throws WrongPasswordError, WeakPasswordError, TooManyAttemptsError */
  async execute(
    input: { currentPassword: string; newPassword: string; from: string | null },
    actor: Actor,
  ): Promise<void> {
    const account = await this.accounts.find(actor.accountId);
    if (account === null) throw new AccountUnknownError();
    const problem = passwordProblem(input.newPassword, [account.email, account.name]);
    if (problem !== null) throw new WeakPasswordError('newPassword', problem);
    const guess = await this.limits.countGuess(account.email, input.from);
    if (!(await this.hasher.verify(account.passwordHash, input.currentPassword)))
      throw new WrongPasswordError();
    await guess.succeeded();
    const passwordHash = await this.hasher.hash(input.newPassword);
    await this.db.transaction(async () => {
      await this.refresh.revokeAll(account.id, actor.deviceId);
      await this.accounts.setPassword(account.id, passwordHash);
      await this.tokens.withdraw(account.id, [mailPurposes.resetPassword]);
      await this.outbox.append({
        type: 'account.password-changed.v1',
        payload: { accountId: account.id },
        programId: null,
        subjectId: account.id,
      });
    });
  }
}
