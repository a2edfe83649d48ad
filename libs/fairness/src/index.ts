export * from './compare-groups.js';
export * from './hidden-groups.js';
export * from './wilson.js';
