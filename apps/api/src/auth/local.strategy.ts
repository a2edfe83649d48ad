import { SignIn } from '#accounts';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';

/** Somebody whose password was right. */
export interface PasswordUser {
  readonly accountId: string;
}

/** Passport's way to sign in by address and password. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /** @throws SignInRefusedError, TooManyAttemptsError */
  validate(request: Request, email: string, password: string): Promise<PasswordUser> {
    return this.signIn.execute({ email, password, from: request.ip ?? null });
  }
}
