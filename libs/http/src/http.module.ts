import { Global, Module } from '@nestjs/common';
import { IdempotencyStore } from './caching/idempotency.store.js';
import { RateLimiter } from './limits/rate-limiter.js';

/** What routes share: limits and remembered answers. */
@Global()
@Module({ providers: [IdempotencyStore, RateLimiter], exports: [IdempotencyStore, RateLimiter] })
export class HttpModule {}
