export * from './persistence/mentorship-confirmation.entity.js';
export * from './persistence/mentorship.entity.js';
