export * from './persistence/delivery.entity.js';
export * from './persistence/suppressed-address.entity.js';
