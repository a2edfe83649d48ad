export * from './auth.config.js';
export * from './config.module.js';
export * from './database.config.js';
export * from './http.config.js';
export * from './load-config.js';
export * from './log.config.js';
export * from './mail.config.js';
export * from './queue.config.js';
export { type VariableSpec, variablesOf } from './variable.js';
