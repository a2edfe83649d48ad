import type { InvitationOffer } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from './program.response.js';

/** What an invitation offers. */
export class InvitationOfferResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' })
  programId!: string;

  @ApiProperty({ example: 'Women in Engineering 2027' })
  programName!: string;

  @ApiProperty({ example: 'Six months, one mentor, at least six talks.' })
  description!: string;

  @ApiProperty({ enum: ROLES, example: 'mentor' })
  role!: string;

  @ApiProperty({ type: String, nullable: true, example: 'We would love to have you.' })
  note!: string | null;

  @ApiProperty({ example: 'Olive Owner' })
  invitedBy!: string;

  @ApiProperty({
    description: 'Whether it is for one address, which may join without signing in',
    example: true,
  })
  personal!: boolean;

  @ApiProperty({ format: 'date-time', example: '2026-04-01T09:14:02.000Z' })
  expiresAt!: string;

  /** The answer for an offer. */
  static from(offer: InvitationOffer): InvitationOfferResponse {
    return {
      programId: offer.programId,
      programName: offer.programName,
      description: offer.description,
      role: offer.role,
      note: offer.note,
      invitedBy: offer.invitedBy,
      personal: offer.email !== null,
      expiresAt: offer.expiresAt.toISOString(),
    };
  }
}
