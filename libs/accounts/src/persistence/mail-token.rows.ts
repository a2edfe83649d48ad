/** What using a link gives back. */
export interface MailTokenRow {
  account_id: string;
  context: Record<string, string>;
}
