import { BoolColumn, IdColumn, InstantColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, Index } from 'typeorm';

/** A person who signs in, or somebody imported who has not done so yet (`claimedAt` null). */
@Entity('account')
@Index('account_email_key', ['email'], { unique: true })
@Check('account_email_is_lower_case', `email = lower(email)`)
export class AccountEntity {
  @IdColumn() id!: string;
  @TextColumn() email!: string;
  @InstantColumn({ nullable: true }) emailVerifiedAt!: Date | null;
  @TextColumn({ nullable: true }) passwordHash!: string | null;
  @TextColumn() name!: string;
  @TextColumn() timeZone!: string;
  @TextColumn({ default: 'en' }) locale!: string;
  @BoolColumn({ default: false }) isPlatformAdmin!: boolean;
  @InstantColumn({ nullable: true }) claimedAt!: Date | null;
  @InstantColumn({ nullable: true }) privacyAcceptedAt!: Date | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @InstantColumn({ default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn() version!: number;
}
