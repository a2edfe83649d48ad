export * from './persistence/inbox-mark.entity.js';
export * from './persistence/outbox-event.entity.js';
