/** A delivery as an admin sees it: who, what and how it went, never what it said. */
export interface DeliveryView {
  readonly id: string;
  /** Which mail it is, for example `session-reminder`. */
  readonly kind: string;
  /** The mail to many that it is part of. */
  readonly mailingId: string | null;
  readonly state: string;
  /** Empty when the person has been deleted. */
  readonly recipientName: string;
  readonly recipientEmail: string | null;
  /** The mail server refused the address for good; nothing more is sent to it. */
  readonly addressSuppressed: boolean;
  readonly attempts: number;
  /** What the mail server said last, or why the mail was dropped. */
  readonly lastError: string | null;
  /** Of a mail that waits: when it is tried next. */
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}
