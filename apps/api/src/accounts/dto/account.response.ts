import type { AccountView } from '#accounts';
import { ApiProperty } from '@nestjs/swagger';

/** One's own account. */
export class AccountResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' })
  id!: string;

  @ApiProperty({ format: 'email', example: 'ada@example.org' })
  email!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name!: string;

  @ApiProperty({ example: 'Europe/London' })
  timeZone!: string;

  @ApiProperty({ example: 'en' })
  locale!: string;

  @ApiProperty({ description: 'False while one signs in by links alone', example: true })
  hasPassword!: boolean;

  @ApiProperty({ example: false })
  isPlatformAdmin!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-02T09:15:00.000Z' })
  privacyAcceptedAt!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  createdAt!: string;

  @ApiProperty({ description: 'For If-Match, as in the header ETag', example: 3 })
  version!: number;

  /** The answer for an account. */
  static from(account: AccountView): AccountResponse {
    return {
      id: account.id,
      email: account.email,
      name: account.name,
      timeZone: account.timeZone,
      locale: account.locale,
      hasPassword: account.hasPassword,
      isPlatformAdmin: account.isPlatformAdmin,
      privacyAcceptedAt: account.privacyAcceptedAt?.toISOString() ?? null,
      createdAt: account.createdAt.toISOString(),
      version: account.version,
    };
  }
}
