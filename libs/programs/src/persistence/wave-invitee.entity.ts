import { InstantColumn, RefColumn } from '#database';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody to whom a wave has written: each person once, whatever waves there are. */
@Entity('wave_invitee')
@Index('wave_invitee_wave_idx', ['waveId'])
export class WaveInviteeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  @RefColumn() @ForeignKey('invitation_wave', { onDelete: 'CASCADE' }) waveId!: string;
  @InstantColumn() invitedAt!: Date;
}
