/** A delivery as it was claimed. */
export interface ClaimedDeliveryRow {
  id: string;
  event_id: string;
  program_id: string | null;
  recipient_key: string;
  account_id: string | null;
  kind: string;
  subject: Record<string, string | number>;
  message_id: string;
  attempts: number;
  created_at: Date;
}

/** A delivery as an admin's list shows it. */
export interface ListedDeliveryRow {
  id: string;
  kind: string;
  mailing_id: string | null;
  state: string;
  attempts: number;
  last_error: string | null;
  recipient_name: string | null;
  recipient_email: string | null;
  address_suppressed: boolean;
  next_attempt_at: Date;
  created_at: Date;
  finished_at: Date | null;
}

/** How many deliveries of a kind are in a state. */
export interface DeliveryCountRow {
  kind: string;
  state: string;
  count: number;
}
