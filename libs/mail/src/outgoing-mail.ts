/** A mailbox as two fields; it never travels as one text, so that no name can smuggle in a second recipient. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A calendar entry that travels with a mail; the method must be the one inside `content`. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  /** Text of the `.ics` (RFC 5545). */
  readonly content: string;
}

/** One mail to one person, ready to be handed to the mail server. */
export interface OutgoingMail {
  readonly to: MailAddress;
  /** Shown instead of the installation's sender name; the sender's address is always the installation's. */
  readonly fromName?: string | undefined;
  /** The person who reads an answer. */
  readonly replyTo?: MailAddress | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The same for every attempt, with angle brackets. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly calendar?: CalendarPart | undefined;
}
