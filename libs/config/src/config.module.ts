import { type DynamicModule, Module } from '@nestjs/common';
import { AuthConfig } from './auth.config.js';
import { DatabaseConfig } from './database.config.js';
import { HttpConfig } from './http.config.js';
import type { RapportConfig } from './load-config.js';
import { LogConfig } from './log.config.js';
import { MailConfig } from './mail.config.js';
import { MatchRunsConfig } from './match-runs.config.js';
import { RankingConfig } from './ranking.config.js';
import { StreamsConfig } from './streams.config.js';
import { QueueConfig } from './queue.config.js';

/** Makes each class of configuration injectable by its own type. */
@Module({})
export class ConfigModule {
  static forRoot(config: RapportConfig): DynamicModule {
    const providers = [
      { provide: DatabaseConfig, useValue: config.database },
      { provide: QueueConfig, useValue: config.queue },
      { provide: MatchRunsConfig, useValue: config.matchRuns },
      { provide: HttpConfig, useValue: config.http },
      { provide: AuthConfig, useValue: config.auth },
      { provide: MailConfig, useValue: config.mail },
      { provide: LogConfig, useValue: config.log },
      { provide: RankingConfig, useValue: config.ranking },
      { provide: StreamsConfig, useValue: config.streams },
    ];
    return { module: ConfigModule, global: true, providers, exports: providers };
  }
}
