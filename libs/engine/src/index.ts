export type * from './engine-input.js';
export * from './engine-output.js';
export * from './engine-report.js';
export { fromBatches, type JsonBatches } from './json-batches.js';
export { inputHash } from './input-hash.js';
export { computeMatch } from './compute-match.js';
export { type OnProgress, type Stage, Stages } from './stages.js';
export { type EngineOptions, runEngine, tableVersions } from './run-engine.js';
