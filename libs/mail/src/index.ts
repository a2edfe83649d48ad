export * from './clean-name.js';
export * from './mail-content.js';
export * from './mail-failure.js';
export * from './mail.module.js';
export * from './mailer.js';
export * from './outgoing-mail.js';
export * from './render-mail.js';
export * from './session-invite.js';
