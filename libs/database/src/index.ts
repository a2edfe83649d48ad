export * from './columns.js';
export * from './data-source.js';
export * from './database.js';
export * from './database.module.js';
export * from './database-away.js';
export * from './snake-naming.strategy.js';
export * from './time.module.js';
