import type { LogConfig } from '#config';
import { type Logger, pino } from 'pino';
import { describeError } from './describe-error.js';

/** Paths that never reach a log line. */
const redact = [
  'req.headers.authorization',
  'req.headers.cookie',
  'password',
  'token',
  'refreshToken',
  '*.password',
  '*.token',
];

/** The process's logger. Lines carry ids, never personal data. */
export function createLogger(config: LogConfig, name: string): Logger {
  const options = { name, level: config.level, redact, serializers: { err: describeError } };
  if (config.format === 'pretty') {
    return pino({
      ...options,
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
    });
  }
  return pino(options);
}
