export * from './persistence/account.entity.js';
export * from './persistence/mail-token.entity.js';
export * from './persistence/refresh-token.entity.js';
