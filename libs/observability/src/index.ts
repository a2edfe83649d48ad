export type { Logger } from 'pino';
export * from './app-logger.js';
export * from './create-logger.js';
export * from './observability.module.js';
