export * from './persistence/group-answer.entity.js';
export * from './persistence/audit-entry.entity.js';
export * from './persistence/invitation.entity.js';
export * from './persistence/invitation-wave.entity.js';
export * from './persistence/wave-invitee.entity.js';
export * from './persistence/participation.entity.js';
export * from './persistence/program-skill.entity.js';
export * from './persistence/program.entity.js';
