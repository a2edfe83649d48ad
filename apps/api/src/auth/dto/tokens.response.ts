import type { SignedInDevice } from '#accounts';
import { ApiProperty } from '@nestjs/swagger';

/** What a signed-in device needs. */
export class TokensResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' })
  accountId!: string;

  @ApiProperty({ enum: ['Bearer'], example: 'Bearer' })
  tokenType!: 'Bearer';

  @ApiProperty({
    description: 'For the header Authorization',
    example: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIuLi4ifQ.sig',
  })
  accessToken!: string;

  @ApiProperty({ description: 'Life of the access token in seconds', example: 900 })
  expiresIn!: number;

  @ApiProperty({
    description: 'Works once: POST /v1/auth/refresh gives the next pair',
    example: 'q8N5mZ0c4oQ1y0V9s5mWb0hJt7sHn4xPzKcL5dJt7sE',
  })
  refreshToken!: string;

  /** The answer for a device. */
  static from(device: SignedInDevice, access: { token: string; expiresIn: number }): TokensResponse {
    return {
      accountId: device.accountId,
      tokenType: 'Bearer',
      accessToken: access.token,
      expiresIn: access.expiresIn,
      refreshToken: device.refreshToken,
    };
  }
}
