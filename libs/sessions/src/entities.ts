export * from './persistence/session-attendee.entity.js';
export * from './persistence/session.entity.js';
