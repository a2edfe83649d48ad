/** Events about the mails that admins write. */
export interface MailEvents {
  /** An admin wants to see a mail in their own mailbox. */
  'mail-test.requested.v1': { accountId: string; key: string; language: string };
  /** A mail of a series to many falls due. */
  'mailing.step-due.v1': { mailingId: string; step: number };
}
