import { MailConfig } from '#config';
import { Database } from '#database';
import { Mailer, MailFailure, type OutgoingMail } from '#mail';
import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Claim,
  DeliveryClaims,
  type FinalState,
  LEASE_SECONDS,
} from '../persistence/delivery-claims.js';
import { type PreparedMail, WriteMail } from './write-mail.js';

/** How often a word is offered to a database that does not answer, a second apart. */
const WRITE_ATTEMPTS = 30;

/** Sends one delivery: claims it, writes the mail from the present state, hands it over, and marks what came of it. */
@Injectable()
export class SendDelivery {
  constructor(
    private readonly db: Database,
    private readonly claims: DeliveryClaims,
    private readonly writeMail: WriteMail,
    private readonly mailer: Mailer,
    private readonly config: MailConfig,
  ) {}

  /**
   * Does nothing when the delivery is done, not due, or in other hands. What happens to the mail is marked, not thrown;
   * only an error of the database is thrown, and the claim then runs out by itself.
   */
  async execute(deliveryId: string): Promise<void> {
    const claim = await this.claims.claim(deliveryId);
    if (claim === null) return;
    const prepared = await this.prepare(claim);
    if (prepared === null) return;
    if (prepared.outcome === 'stale') return this.mark(claim, 'dropped', prepared.reason);
    if (prepared.outcome === 'unwritable')
      return this.mark(claim, 'failed', `The mail could not be written: ${prepared.reason}`);
    if (prepared.outcome === 'suppressed')
      return this.mark(claim, 'suppressed', 'The mail server refused this address before.');
    const failure = await this.hand(claim, prepared.mail);
    if (failure === null) return this.mark(claim, 'sent', null);
    if (failure.kind === 'temporary')
      return this.claims.release(claim, failure.message, this.config.giveUpHours);
    await this.db.transaction(async () => {
      if (failure.kind === 'recipient-refused')
        await this.suppress(prepared.mail.to.address, failure.message);
      await this.claims.finish(claim, 'failed', failure.message);
    });
  }

  /** Null when the database failed while the mail was written: nothing has left the house, so it is simply put back. */
  private async prepare(claim: Claim): Promise<PreparedMail | { readonly outcome: 'suppressed' } | null> {
    try {
      const prepared = await this.writeMail.execute(claim.delivery);
      const suppressed =
        prepared.outcome === 'written' && (await this.isSuppressed(prepared.mail.to.address));
      return suppressed ? { outcome: 'suppressed' } : prepared;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // A claim that stays behind would hold the mail up for the whole lease.
      await this.persist(() => this.claims.release(claim, reason, this.config.giveUpHours));
      return null;
    }
  }

  private async hand(claim: Claim, mail: OutgoingMail): Promise<MailFailure | null> {
    const renewal = setInterval(
      () => {
        // A renewal that fails costs nothing: the token decides when the result is marked.
        this.claims.renew(claim).catch(() => undefined);
      },
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      await this.mailer.send(mail);
      return null;
    } catch (error) {
      if (error instanceof MailFailure) return error;
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  private async isSuppressed(address: string): Promise<boolean> {
    const known = await this.db.query(`SELECT 1 FROM suppressed_address WHERE email = lower($1)`, [address]);
    return known.length > 0;
  }

  private async suppress(address: string, reason: string): Promise<void> {
    await this.db.query(
      `INSERT INTO suppressed_address (email, reason) VALUES (lower($1), $2) ON CONFLICT DO NOTHING`,
      [address, reason],
    );
  }

  /** A mail that has left must be marked, or it leaves again. */
  private async mark(claim: Claim, state: FinalState, reason: string | null): Promise<void> {
    await this.persist(() => this.claims.finish(claim, state, reason));
  }

  /** Waits for a database that restarts. */
  private async persist(write: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await write();
        return;
      } catch (error) {
        if (attempt >= WRITE_ATTEMPTS) throw error;
        await sleep(1000);
      }
    }
  }
}
