import type { Page } from '#kernel';
import type { InvitationView, SkippedAddress } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from './program.response.js';

/** An invitation. */
export class InvitationResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6075' })
  id!: string;

  @ApiProperty({ enum: ROLES, example: 'mentor' })
  role!: string;

  @ApiProperty({ type: String, nullable: true, format: 'email', example: 'ada@example.org' })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'We would love to have you.' })
  note!: string | null;

  @ApiProperty({ example: 0 })
  uses!: number;

  @ApiProperty({ example: 1 })
  maxUses!: number;

  @ApiProperty({ enum: ['open', 'used', 'revoked', 'expired'], example: 'open' })
  status!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Of a link that may be handed on; the token of an invitation by mail reaches its address alone',
    example: null,
  })
  token!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-01T09:14:02.000Z' })
  expiresAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  createdAt!: string;

  /** The answer for an invitation. */
  static from(view: InvitationView, token: string | null): InvitationResponse {
    return {
      id: view.id,
      role: view.role,
      email: view.email,
      note: view.note,
      uses: view.uses,
      maxUses: view.maxUses,
      status: view.status,
      token,
      expiresAt: view.expiresAt.toISOString(),
      createdAt: view.createdAt.toISOString(),
    };
  }
}

/** A page of invitations. */
export class InvitationsResponse {
  @ApiProperty({ type: [InvitationResponse] })
  items!: InvitationResponse[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;

  /** The answer for a page. */
  static from(
    { items, nextCursor }: Page<InvitationView>,
    tokenOf: (invitation: InvitationView) => string | null,
  ): InvitationsResponse {
    return { items: items.map((item) => InvitationResponse.from(item, tokenOf(item))), nextCursor };
  }
}

/** An address that was not invited. */
export class SkippedAddressResponse {
  @ApiProperty({ format: 'email', example: 'grace@example.org' })
  email!: string;

  @ApiProperty({ enum: ['already-invited', 'already-member'], example: 'already-member' })
  reason!: string;
}

/** Who was invited and who was not. */
export class InvitedResponse {
  @ApiProperty({ type: [InvitationResponse] })
  invited!: InvitationResponse[];

  @ApiProperty({ type: [SkippedAddressResponse] })
  skipped!: SkippedAddressResponse[];

  /** The answer for a bulk invitation. */
  static from(result: {
    readonly invited: readonly InvitationView[];
    readonly skipped: readonly SkippedAddress[];
  }): InvitedResponse {
    return {
      invited: result.invited.map((view) => InvitationResponse.from(view, null)),
      skipped: result.skipped.map(({ email, reason }) => ({ email, reason })),
    };
  }
}
