export * from './application/change-mail-text.js';
export * from './application/delivery.queries.js';
export type { DeliveryView } from './application/delivery.view.js';
export * from './application/due-deliveries.js';
export * from './application/expand-event.js';
export * from './application/preview-mail.js';
export * from './application/mail-template.queries.js';
export type * from './application/mail-template.view.js';
export * from './application/preview-mail-text.js';
export * from './application/retry-delivery.js';
export * from './application/send-delivery.js';
export * from './application/send-mail-test.js';
export * from './mailings/expand-mailing.js';
export * from './mailings/mailing.queries.js';
export {
  MAILING_PAGES,
  type MailingPage,
  type MailingStep,
  MOST_DAYS,
  MOST_STEPS,
} from './mailings/mailing-text.js';
export type * from './mailings/mailing.view.js';
export * from './mailings/move-mailing.js';
export * from './mailings/opt-outs.js';
export * from './mailings/preview-mailing.js';
export * from './mailings/save-mailing.js';
export {
  type Segment,
  SEGMENT_CONDITIONS,
  SEGMENT_STATES,
  type SegmentCondition,
} from './mailings/segment.js';
export * from './mails/mail-kind.js';
export * from './notifications.errors.js';
export * from './notifications.module.js';
export { allTemplates } from './templates/all-templates.js';
export { COMMON_WORDS, type MailTemplate, type MailText, TEXT_STYLES } from './templates/mail-template.js';
