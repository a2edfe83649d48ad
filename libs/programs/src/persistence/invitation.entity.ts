import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** An invitation by mail (`email`) or by a link for many (`email` null). Its token is an HMAC of the id. */
@Entity('invitation')
@Index('invitation_program_idx', ['programId', 'id'])
@Check('invitation_role_known', `role IN ('mentee', 'mentor', 'owner', 'coordinator', 'sponsor')`)
@Check('invitation_uses_within_limit', `uses <= max_uses`)
export class InvitationEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @TextColumn() role!: string;
  @TextColumn({ nullable: true }) email!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @RefColumn() @ForeignKey('account') createdBy!: string;
  @IntColumn({ default: 1 }) maxUses!: number;
  @IntColumn({ default: 0 }) uses!: number;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
}
