import { IsInt, IsUrl, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** Where the data lives. */
export class DatabaseConfig {
  @Variable({
    name: 'DATABASE_URL',
    about: 'PostgreSQL 15 or newer: postgres://user:password@host:5432/name',
    secret: true,
  })
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true })
  url!: string;

  @Variable({ name: 'DATABASE_POOL_MAX', about: 'Most connections that one process opens', fallback: '10' })
  @IsInt()
  @Min(2)
  @Max(200)
  poolMax!: number;
}
