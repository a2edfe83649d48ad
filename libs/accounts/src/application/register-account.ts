import { isTimeZone } from '#availability';
import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { UnknownTimeZoneError, WeakPasswordError } from '../accounts.errors.js';
import { evenly } from '../evenly.js';
import { normaliseEmail } from '../normalise-email.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { passwordProblem } from '../passwords/password-rules.js';
import { AccountRepository, type Person } from '../persistence/account.repository.js';
import { AttemptLimits } from './attempt-limits.js';
import { SendAccountLink } from './send-account-link.js';

/** What somebody gives to register, and from where. */
export interface RegisterInput extends Person {
  readonly password: string;
  /** Address of the network that asks. */
  readonly from: string | null;
}

/**
 * Registers somebody. The answer is the same for a known address and for a new one; what differs is the mail. The
 * password is bound to the link in that mail, so nobody can put their password on somebody else's address.
 */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly db: Database,
    private readonly hasher: PasswordHasher,
    private readonly accounts: AccountRepository,
    private readonly limits: AttemptLimits,
    private readonly sendLink: SendAccountLink,
  ) {}

  /** @throws WeakPasswordError, UnknownTimeZoneError, TooManyAttemptsError */
  async execute(input: RegisterInput): Promise<void> {
    const person = {
      email: normaliseEmail(input.email),
      name: input.name.trim(),
      timeZone: input.timeZone,
      locale: input.locale,
    };
    const problem = passwordProblem(input.password, [person.email, person.name]);
    if (problem !== null) throw new WeakPasswordError('password', problem);
    if (!isTimeZone(person.timeZone)) throw new UnknownTimeZoneError();
    await this.limits.countMailAsked(input.from);
    // Also for a known address, so that the answer takes as long.
    const passwordHash = await this.hasher.hash(input.password);
    await evenly(() => this.oweMail(person, passwordHash));
  }

  private async oweMail(person: Person, passwordHash: string): Promise<void> {
    // Until the owner confirms it, the name is a stranger's word and must not greet anybody in a mail of ours.
    const name = person.email.split('@')[0] ?? '';
    const accountId = await this.accounts.insertUnclaimed({ ...person, name });
    if (!(await this.limits.mayMail(accountId))) return;
    await this.db.transaction(async () => {
      const account = await this.accounts.find(accountId, { lock: true });
      if (account === null) return;
      if (account.claimedAt !== null) {
        await this.sendLink.execute({ kind: 'signIn', accountId });
        return;
      }
      await this.sendLink.execute({
        kind: 'verifyEmail',
        accountId,
        context: {
          passwordHash,
          name: person.name,
          timeZone: person.timeZone,
          locale: person.locale,
        },
      });
    });
  }
}
