export type { Logger } from 'pino';
export * from './app-logger.js';
export * from './create-logger.js';
export * from './describe-error.js';
export * from './observability.module.js';
