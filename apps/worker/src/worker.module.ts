import { ConfigModule, type RapportConfig } from '#config';
import { DatabaseModule, TimeModule } from '#database';
import { MatchingModule, RequestsModule } from '#matching';
import { MentorshipsModule } from '#mentorships';
import { NotificationsModule } from '#notifications';
import { type Logger, ObservabilityModule } from '#observability';
import { OutboxModule } from '#outbox';
import { ProfilesModule } from '#profiles';
import { ProgramsModule } from '#programs';
import { type JobHandler, QueueModule } from '#queue';
import { SessionsModule } from '#sessions';
import { type DynamicModule, Module } from '@nestjs/common';
import { allEntities } from '../../migrate/src/entities.js';
import { FaultWords } from './matching/fault-words.js';
import { DeliveryRelay } from './relay/delivery-relay.js';
import { EventRelay } from './relay/event-relay.js';
import { handlerTypes, JOB_HANDLERS } from './runtime/job-handlers.js';
import { PurgeOldRows } from './schedules/purge-old-rows.js';
import { SchemaCheck } from './runtime/schema-check.js';
import { WorkerRuntime } from './runtime/worker-runtime.js';

/** The worker: the same features as the API, without its routes, and with the queues. */
@Module({})
export class WorkerModule {
  static forRoot(config: RapportConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(config),
        ObservabilityModule.forRoot(logger),
        DatabaseModule.forRoot(allEntities, 'worker'),
        TimeModule,
        OutboxModule,
        QueueModule,
        NotificationsModule,
        ProgramsModule,
        ProfilesModule,
        MentorshipsModule,
        MatchingModule,
        RequestsModule,
        SessionsModule,
      ],
      providers: [
        ...handlerTypes,
        FaultWords,
        {
          provide: JOB_HANDLERS,
          inject: [...handlerTypes],
          useFactory: (...handlers: JobHandler[]) => handlers,
        },
        SchemaCheck,
        EventRelay,
        DeliveryRelay,
        PurgeOldRows,
        WorkerRuntime,
      ],
    };
  }
}
