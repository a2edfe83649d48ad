export * from './application/import-pairs.js';
