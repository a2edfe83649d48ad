import { IsInt, IsOptional, IsUrl, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** The bell that wakes workers. */
export class QueueConfig {
  @Variable({
    name: 'REDIS_URL',
    about: 'Redis 6.2 or newer with AOF and noeviction; when missing, BullMQ runs on PostgreSQL',
    optional: true,
    secret: true,
  })
  @IsOptional()
  @IsUrl({ protocols: ['redis', 'rediss'], require_tld: false, require_protocol: true })
  redisUrl!: string | null;

  @Variable({
    name: 'QUEUE_PREFIX',
    about: 'Namespace of our queues, when several installations share one Redis',
    fallback: 'rapport',
  })
  prefix!: string;

  @Variable({
    name: 'WORKER_MAIL_CONCURRENCY',
    about: 'Mails that one worker sends at the same time',
    fallback: '8',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  mailConcurrency!: number;

  @Variable({
    name: 'WORKER_POLL_MS',
    about: 'How often the worker looks for newly owed work, in milliseconds',
    fallback: '500',
  })
  @IsInt()
  @Min(50)
  @Max(15_000)
  pollMs!: number;
}
