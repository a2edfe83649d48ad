import { createSecretKey } from 'node:crypto';
import { AccountsModule } from '#accounts';
import { AuthConfig } from '#config';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokens } from './access-tokens.js';
import { AuthGuard } from './auth.guard.js';
import { SiteScope } from './site-scope.js';

// As a key object: as text it would be tried as a public key first, for each request.
const jwt = JwtModule.registerAsync({
  inject: [AuthConfig],
  useFactory: ({ secret }: AuthConfig) => ({ secret: createSecretKey(Buffer.from(secret)) }),
});

/** The one guard before every route. */
@Module({
  imports: [AccountsModule, jwt, ProgramsModule],
  providers: [AccessTokens, SiteScope, { provide: APP_GUARD, useClass: AuthGuard }],
  exports: [AccessTokens],
})
export class AccessModule {}
