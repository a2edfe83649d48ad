import { IdColumn, InstantColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** An account in a program, with one role; somebody who is mentor and mentee has two. */
@Entity('participation')
@Unique('participation_role_key', ['programId', 'accountId', 'role'])
@Index('participation_account_idx', ['accountId'])
@Index('participation_program_role_state_idx', ['programId', 'role', 'state', 'id'])
@Index('participation_site_idx', ['programId', 'site'], { where: 'site IS NOT NULL' })
@Check('participation_limit_of_coordinator', `limited_to_site IS NULL OR role = 'coordinator'`)
@Check('participation_role_known', `role IN ('mentee', 'mentor', 'owner', 'coordinator', 'sponsor')`)
@Check(
  'participation_state_known',
  `state IN ('invited', 'applied', 'approved', 'active', 'paused', 'left', 'declined')`,
)
@Check('participation_pause_reason_known', `pause_reason IN ('not-in-roster')`)
@Check('participation_source_known', `source IN ('founder', 'invitation', 'application', 'import')`)
export class ParticipationEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @RefColumn() @ForeignKey('account', { onDelete: 'CASCADE' }) accountId!: string;
  @TextColumn() role!: string;
  @TextColumn() state!: string;
  @TextColumn() source!: string;
  /** Why the program paused it; null when a person did. Only while paused. */
  @TextColumn({ nullable: true }) pauseReason!: string | null;
  /** What the applicant wrote. */
  @TextColumn({ nullable: true }) applicationNote!: string | null;
  /** What the admin answered. */
  @TextColumn({ nullable: true }) decisionNote!: string | null;
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'SET NULL' }) decidedBy!: string | null;
  /** When the person confirmed the privacy notice of this program. */
  @InstantColumn({ nullable: true }) privacyConfirmedAt!: Date | null;
  /** Where the person is, as the program calls it. */
  @TextColumn({ nullable: true }) site!: string | null;
  /** The only site that a coordinator sees to. */
  @TextColumn({ nullable: true }) limitedToSite!: string | null;
  @InstantColumn({ default: () => 'now()' }) stateChangedAt!: Date;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @VersionColumn() version!: number;
}
