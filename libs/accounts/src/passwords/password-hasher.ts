import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { TooBusyError } from '../accounts.errors.js';

/** argon2id (the package's default variant) at the strength that OWASP names as the least: 19 MiB, 2 passes, 1 lane. */
const OPTIONS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
/** Each hash holds a thread and 19 MiB for some 20 ms; more at once would only starve everything else. */
const AT_ONCE = 2;
const WAITING_MAX = 200;

/** Makes and checks hashes of passwords, few at a time. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  /** A salted hash in the PHC form. @throws TooBusyError */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), OPTIONS));
  }

  /**
   * Whether the password fits. Without a hash it takes as long as with one and answers false, so that time does not say
   * who has an account. @throws TooBusyError
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.decoyHash());
    const fits = await this.inTurn(() => verify(against, password.normalize('NFKC')));
    return fits && stored !== null;
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hash('nobody has this one', OPTIONS);
    return this.decoy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= WAITING_MAX) throw new TooBusyError();
      // Whoever finishes hands its place on, so `running` stays as it is.
      await new Promise<void>((resume) => this.waiting.push(resume));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
