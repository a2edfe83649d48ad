import { AuthConfig } from '#config';
import { RateLimiter, TooManyAttemptsError } from '#http';
import { Injectable } from '@nestjs/common';
import { networkOf } from '../network-of.js';

const QUARTER_HOUR = 900;
const HOUR = 3_600;
/** Mails that one person gets in an hour because somebody, perhaps somebody else, asked for them. */
const MAILS_PER_HOUR = 5;
/** A network may ask for so many times more mails than it may guess. */
const MAIL_ASKS_PER_GUESS = 3;

/**
 * Limits on guessing passwords and on making us send mail; per account and per network that asks. Call it outside a
 * transaction: a failed attempt must stay counted.
 */
@Injectable()
export class AttemptLimits {
  constructor(
    private readonly config: AuthConfig,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Counts a guess before it is checked, so that many at once can't slip by; `succeeded` takes it back.
   *
   * @param who address of the account, in lower case, known or not
   * @param from internet address that asks; null inside the house
   * @throws TooManyAttemptsError
   */
  async countGuess(who: string, from: string | null): Promise<{ succeeded: () => Promise<void> }> {
    const limit = this.config.attemptsPerQuarterHour;
    const network = from === null ? null : networkOf(from);
    // The network first: once it is shut out it can't use up the attempts of an account.
    if (network !== null) await this.limiter.hit('sign-in-network', network, limit, QUARTER_HOUR);
    await this.limiter.hit('sign-in-account', who, limit, QUARTER_HOUR);
    return {
      succeeded: async () => {
        await this.limiter.reset('sign-in-account', who);
        // Only this one: an own account must not wipe out guesses at others.
        if (network !== null) await this.limiter.forgive('sign-in-network', network);
      },
    };
  }

  /** Counts somebody asking for a mail. @throws TooManyAttemptsError */
  async countMailAsked(from: string | null): Promise<void> {
    const limit = this.config.attemptsPerQuarterHour * MAIL_ASKS_PER_GUESS;
    if (from !== null) await this.limiter.hit('mail-network', networkOf(from), limit, QUARTER_HOUR);
  }

  /** Whether one more mail may go to this person now; counts it. No error, because it would say that they exist. */
  async mayMail(accountId: string): Promise<boolean> {
    try {
      await this.limiter.hit('mail-account', accountId, MAILS_PER_HOUR, HOUR);
      return true;
    } catch (error) {
      if (error instanceof TooManyAttemptsError) return false;
      throw error;
    }
  }
}
