export * from './application/membership.queries.js';
export * from './program-actor.js';
export * from './programs.module.js';
