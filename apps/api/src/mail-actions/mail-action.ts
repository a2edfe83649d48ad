import type { PageField } from './page.js';

/** The permission that a link carries. */
export interface MailActionSubject {
  readonly tokenId: string;
  /** Whose permission it is: the person to whom the mail was sent. */
  readonly accountId: string;
  /** Ids, as they were given when the link was issued. */
  readonly context: Readonly<Record<string, string>>;
}

/** What the page says before anything has happened. */
export interface MailActionPage {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly button: string;
  readonly fields?: readonly PageField[];
}

/** What the page says afterwards. */
export interface MailActionDone {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** One thing that can be done from a mail without signing in. */
export interface MailAction {
  /** The purpose of its links, for example `request.accept`. */
  readonly purpose: string;
  /** Describes it and changes nothing: mail scanners open links. May throw a DomainError when it is no longer possible. */
  describe(subject: MailActionSubject): Promise<MailActionPage>;
  /**
   * Does it, in the transaction that uses the link up: an error leaves the link usable.
   *
   * @param input the fields of the page, by name, checked for presence and length; trimmed
   */
  perform(subject: MailActionSubject, input: Readonly<Record<string, string>>): Promise<MailActionDone>;
  /**
   * Tells again what was done, to whoever presses the button of a used link once more; null when that is no longer so.
   * Without it a used link says only that it was used.
   */
  repeat?(subject: MailActionSubject): Promise<MailActionDone | null>;
}
