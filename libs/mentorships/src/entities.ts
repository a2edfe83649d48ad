export * from './persistence/mentorship.entity.js';
