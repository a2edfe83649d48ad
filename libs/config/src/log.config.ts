import { IsIn } from 'class-validator';
import { Variable } from './variable.js';

/** What is logged, and how. */
export class LogConfig {
  @Variable({
    name: 'LOG_LEVEL',
    about: 'fatal, error, warn, info, debug, trace or silent',
    fallback: 'info',
  })
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  level!: string;

  @Variable({ name: 'LOG_FORMAT', about: 'json for machines, pretty for people', fallback: 'json' })
  @IsIn(['json', 'pretty'])
  format!: string;
}
