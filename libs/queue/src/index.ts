export * from './connection.js';
export * from './job-bells.js';
export * from './job-workers.js';
export * from './migrate-queues.js';
export * from './queue.module.js';
