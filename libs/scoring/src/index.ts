export type * from './profile.js';
export * from './pair-score.js';
export * from './weights.js';
export * from './rules.js';
export type * from './context.js';
