export * from './persistence/import-mapping.entity.js';
export * from './persistence/import-row.entity.js';
export * from './persistence/import.entity.js';
export * from './persistence/profile-field.entity.js';
export * from './persistence/profile-skill.entity.js';
export * from './persistence/profile.entity.js';
