import type { MailTokens } from '#accounts';
import type { EventType, OwedEvent } from '#contracts';
import type { Database } from '#database';
import type { MailKind } from '../mails/mail-kind.js';

/** One mail that an event owes to one person. */
export interface PlannedDelivery {
  readonly kind: MailKind;
  /** Null for somebody without an account. */
  readonly accountId: string | null;
  /** Id of the account, or what stands for a person without one; makes the delivery unique. */
  readonly recipientKey: string;
  /** What the mail is about, in ids. */
  readonly subject: Readonly<Record<string, string | number>>;
}

/** What a plan may use, inside the transaction that writes the deliveries. */
export interface PlanTools {
  readonly db: Database;
  readonly tokens: MailTokens;
  readonly now: Date;
}

/** Who gets which mail for an event; nobody, when what happened is no longer so. */
export type Plan<T extends EventType> = (
  event: OwedEvent<T>,
  tools: PlanTools,
) => Promise<readonly PlannedDelivery[]>;

/** Plans of one area. */
export type Plans = { readonly [T in EventType]?: Plan<T> };

/** A mail to the holder of an account. */
export function toAccount(
  kind: MailKind,
  accountId: string,
  subject: PlannedDelivery['subject'],
): PlannedDelivery {
  return { kind, accountId, recipientKey: accountId, subject };
}
