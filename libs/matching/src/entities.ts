export * from './persistence/cohort-member.entity.js';
export * from './persistence/cohort.entity.js';
export * from './persistence/match-pair.entity.js';
export * from './persistence/match-run.entity.js';
export * from './persistence/match-unmatched.entity.js';
export * from './persistence/mentor-change.entity.js';
export * from './persistence/pair-override.entity.js';
export * from './persistence/request.entity.js';
