import { HttpModule } from '#http';
import { Module } from '@nestjs/common';
import { AcceptPrivacy } from './application/accept-privacy.js';
import { AccountQueries } from './application/account.queries.js';
import { AttemptLimits } from './application/attempt-limits.js';
import { ChangePassword } from './application/change-password.js';
import { CorrectUnclaimedAddress } from './application/correct-unclaimed-address.js';
import { CreateAccount } from './application/create-account.js';
import { CreatePlatformAdmin } from './application/create-platform-admin.js';
import { DeviceQueries } from './application/device.queries.js';
import { FindOrCreateAccounts } from './application/find-or-create-accounts.js';
import { IssueTokens } from './application/issue-tokens.js';
import { RefreshTokens } from './application/refresh-tokens.js';
import { RegisterAccount } from './application/register-account.js';
import { RequestAccountLink } from './application/request-account-link.js';
import { ResetPassword } from './application/reset-password.js';
import { RevokeDevice } from './application/revoke-device.js';
import { SendAccountLink } from './application/send-account-link.js';
import { SignIn } from './application/sign-in.js';
import { SignInWithLink } from './application/sign-in-with-link.js';
import { SignOut } from './application/sign-out.js';
import { UpdateAccount } from './application/update-account.js';
import { VerifyEmail } from './application/verify-email.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { AccountRepository } from './persistence/account.repository.js';
import { RefreshTokenRepository } from './persistence/refresh-token.repository.js';
import { MailTokens } from './tokens/mail-tokens.js';

const useCases = [
  AcceptPrivacy,
  AccountQueries,
  ChangePassword,
  CorrectUnclaimedAddress,
  CreateAccount,
  CreatePlatformAdmin,
  DeviceQueries,
  FindOrCreateAccounts,
  IssueTokens,
  MailTokens,
  RefreshTokens,
  RegisterAccount,
  RequestAccountLink,
  ResetPassword,
  RevokeDevice,
  SignIn,
  SignInWithLink,
  SignOut,
  UpdateAccount,
  VerifyEmail,
];

/** People who sign in, and the links by mail that act for them. */
@Module({
  imports: [HttpModule],
  providers: [
    ...useCases,
    AccountRepository,
    AttemptLimits,
    PasswordHasher,
    RefreshTokenRepository,
    SendAccountLink,
  ],
  exports: useCases,
})
export class AccountsModule {}
