export * from './canonical-json.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './page.js';
export * from './result.js';
export * from './wasm.js';
