import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#database';
import { Entity, ForeignKey, Index } from 'typeorm';

/** One link of a chain of refresh tokens; the chain (`familyId`) is a signed-in device. */
@Entity('refresh_token')
@Index('refresh_token_hash_key', ['tokenHash'], { unique: true })
@Index('refresh_token_family_idx', ['familyId'])
export class RefreshTokenEntity {
  @IdColumn() id!: string;
  @RefColumn() familyId!: string;
  @RefColumn() @ForeignKey('account', { onDelete: 'CASCADE' }) accountId!: string;
  @TextColumn() tokenHash!: string;
  @TextColumn({ nullable: true }) userAgent!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) usedAt!: Date | null;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
}
