import { AccountsModule, CreatePlatformAdmin } from '#accounts';
import { AuthConfig, DatabaseConfig, HttpConfig, loadConfigClass } from '#config';
import { DatabaseModule, TimeModule } from '#database';
import { OutboxModule } from '#outbox';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { allEntities } from '../../../migrate/src/entities.js';

/** As much of the server as knows accounts. */
@Module({})
class AdminModule {
  static forRoot(database: DatabaseConfig, auth: AuthConfig): DynamicModule {
    const config = [
      { provide: DatabaseConfig, useValue: database },
      { provide: AuthConfig, useValue: auth },
    ];
    return {
      module: AdminModule,
      global: true,
      imports: [DatabaseModule.forRoot(allEntities, 'cli'), TimeModule, OutboxModule, AccountsModule],
      providers: config,
      exports: config,
    };
  }
}

/** Makes a platform admin in the database of the environment; answers the link that sets the password. */
export async function createAdmin(person: {
  email: string;
  name: string;
  timeZone: string;
}): Promise<{ link: string }> {
  const http = loadConfigClass(HttpConfig);
  const module = AdminModule.forRoot(loadConfigClass(DatabaseConfig), loadConfigClass(AuthConfig));
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    const { urlToken } = await app
      .get(CreatePlatformAdmin, { strict: false })
      .execute({ ...person, locale: 'en' });
    return { link: `${http.publicUrl.replace(/\/+$/, '')}/l/${urlToken}` };
  } finally {
    await app.close();
  }
}
