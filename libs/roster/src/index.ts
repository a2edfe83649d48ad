export * from './formula.js';
export * from './person-rows.js';
export * from './read-result.js';
export * from './roster-problem.js';
export * from './table.js';
export * from './write-csv.js';
