export * from './persistence/idempotency-key.entity.js';
export * from './persistence/rate-counter.entity.js';
