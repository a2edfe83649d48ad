import { ConfigModule, type RapportConfig } from '#config';
import { DatabaseModule, TimeModule } from '#database';
import { EtagInterceptor, HttpModule, IdempotencyInterceptor } from '#http';
import { type Logger, ObservabilityModule } from '#observability';
import { OutboxModule } from '#outbox';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { allEntities } from '../../migrate/src/entities.js';
import { AccessModule } from './auth/access.module.js';
import { AuthModule } from './auth/auth.module.js';
import { DeliveriesApiModule } from './deliveries/deliveries.api-module.js';
import { HealthController } from './health/health.controller.js';
import { ImportsApiModule } from './imports/imports.api-module.js';
import { PagesModule } from './pages/pages.module.js';
import { ProfilesApiModule } from './profiles/profiles.api-module.js';
import { ProgressApiModule } from './progress/progress.api-module.js';
import { ProgramsApiModule } from './programs/programs.api-module.js';
import { SkillsApiModule } from './skills/skills.api-module.js';
import { MailsApiModule } from './mails/mails.api-module.js';
import { MailActionsModule } from './mail-actions/mail-actions.module.js';
import { MatchingApiModule } from './matching/matching.api-module.js';
import { MentorshipsApiModule } from './mentorships/mentorships.api-module.js';
import { RequestsApiModule } from './requests/requests.api-module.js';
import { SessionsApiModule } from './sessions/sessions.api-module.js';

/** The API: features and the routes that lead to them. */
@Module({})
export class AppModule {
  static forRoot(config: RapportConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        ObservabilityModule.forRoot(logger),
        DatabaseModule.forRoot(allEntities, 'api'),
        TimeModule,
        OutboxModule,
        HttpModule,
        AccessModule,
        AuthModule,
        DeliveriesApiModule,
        ImportsApiModule,
        MailActionsModule,
        MailsApiModule,
        PagesModule,
        MentorshipsApiModule,
        MatchingApiModule,
        RequestsApiModule,
        SessionsApiModule,
        ProgramsApiModule,
        ProgressApiModule,
        ProfilesApiModule,
        SkillsApiModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
