import { AccountsModule } from '#accounts';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokens } from './access-tokens.js';
import { AuthGuard } from './auth.guard.js';

/** The one guard before every route. */
@Module({
  imports: [AccountsModule, JwtModule.register({}), ProgramsModule],
  providers: [AccessTokens, { provide: APP_GUARD, useClass: AuthGuard }],
  exports: [AccessTokens],
})
export class AccessModule {}
