export * from './persistence/delivery.entity.js';
export * from './persistence/suppressed-address.entity.js';
export * from './persistence/mail-template.entity.js';
export * from './persistence/mailing.entity.js';
export * from './persistence/mailing-opt-out.entity.js';
