/** Every mail that the product writes. */
export const mailKinds = [
  'verify-email',
  'reset-password',
  'sign-in-link',
  'password-changed',
  'invitation',
  'application-received',
  'application-approved',
  'application-declined',
  'privacy-notice',
  'request-received',
  'request-reminder',
  'request-more-asked',
  'request-more-answered',
  'request-accepted',
  'request-declined',
  'request-expired',
  'request-superseded',
  'request-withdrawn',
  'intro-mentee',
  'intro-mentor',
  'mentorship-released',
  'release-notice',
  'match-withdrawn',
  'same-again',
  'session-booked',
  'session-moved',
  'session-cancelled',
  'session-reminder',
] as const;

/** Which mail a delivery is. */
export type MailKind = (typeof mailKinds)[number];
