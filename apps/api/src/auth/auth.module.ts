import { AccountsModule } from '#accounts';
import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { MeController } from '../accounts/me.controller.js';
import { AccessModule } from './access.module.js';
import { AuthController } from './auth.controller.js';
import { DeviceSessions } from './device-sessions.js';
import { LocalStrategy } from './local.strategy.js';
import { PasswordCheck } from './password-check.js';

/** Routes to get in and out, and to one's own account. */
@Module({
  imports: [AccountsModule, AccessModule, PassportModule],
  controllers: [AuthController, MeController],
  providers: [DeviceSessions, LocalStrategy, PasswordCheck],
  exports: [DeviceSessions],
})
export class AuthModule {}
