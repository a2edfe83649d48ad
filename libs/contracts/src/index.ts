export * from './event-routes.js';
export * from './events/domain-event.js';
export * from './jobs/event.jobs.js';
export * from './jobs/job-contract.js';
export * from './jobs/send-email.job.js';
