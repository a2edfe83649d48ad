import { IsInt, Max, Min, MinLength } from 'class-validator';
import { Variable } from './variable.js';

/** Keys and lifetimes of what proves who somebody is. */
export class AuthConfig {
  @Variable({
    name: 'AUTH_SECRET',
    about: 'Server key of 32 or more random characters; signs access tokens and links in mails',
    secret: true,
  })
  @MinLength(32)
  secret!: string;

  @Variable({ name: 'ACCESS_TOKEN_MINUTES', about: 'Life of an access token, in minutes', fallback: '15' })
  @IsInt()
  @Min(1)
  @Max(120)
  accessTokenMinutes!: number;

  @Variable({
    name: 'REFRESH_TOKEN_DAYS',
    about: 'Days that a device stays signed in without being used',
    fallback: '90',
  })
  @IsInt()
  @Min(1)
  @Max(365)
  refreshTokenDays!: number;

  @Variable({
    name: 'AUTH_ATTEMPTS_PER_QUARTER_HOUR',
    about:
      'Failed sign-ins allowed per account and per network in 15 minutes; three times as many mails may be asked for',
    fallback: '10',
  })
  @IsInt()
  @Min(3)
  @Max(1000)
  attemptsPerQuarterHour!: number;
}
