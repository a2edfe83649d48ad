export * from './application/delivery.queries.js';
export type { DeliveryView } from './application/delivery.view.js';
export * from './application/due-deliveries.js';
export * from './application/expand-event.js';
export * from './application/retry-delivery.js';
export * from './application/send-delivery.js';
export * from './mails/mail-kind.js';
export * from './notifications.errors.js';
export * from './notifications.module.js';
