import { BoolColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** One uploaded file, or list sent in parts, on its way in. */
@Entity('roster_import')
@Index('roster_import_program_idx', ['programId', 'id'])
@Check('roster_import_kind_known', `kind IN ('mentors', 'mentees', 'pairs')`)
@Check('roster_import_state_known', `state IN ('receiving', 'previewed', 'applying', 'applied', 'failed')`)
export class RosterImportEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @TextColumn() kind!: string;
  @TextColumn() state!: string;
  @TextColumn() fileName!: string;
  @JsonColumn({ default: {} }) mapping!: Record<string, string>;
  /** Header of the file as it came. */
  @JsonColumn({ default: [] }) header!: string[];
  @IntColumn() rowCount!: number;
  @IntColumn() goodCount!: number;
  @IntColumn() badCount!: number;
  @IntColumn({ default: 0 }) createdCount!: number;
  @IntColumn({ default: 0 }) updatedCount!: number;
  /** Whether the list names everybody of its role, so that whoever is missing is paused. */
  @BoolColumn({ default: false }) fullList!: boolean;
  /** Whether new people hear nothing until a wave of invitations writes to them. */
  @BoolColumn({ default: false }) holdMails!: boolean;
  /** Counts of what applying would do, as it was when the list was compared; null for pairs. */
  @JsonColumn({ nullable: true }) differences!: object | null;
  /** How many pauses an admin confirmed. */
  @IntColumn({ nullable: true }) confirmedPauses!: number | null;
  @IntColumn({ default: 0 }) pausedCount!: number;
  @IntColumn({ default: 0 }) returnedCount!: number;
  /** Problems of the file as a whole. */
  @JsonColumn({ default: [] }) problems!: object[];
  @TextColumn({ nullable: true }) failure!: string | null;
  @RefColumn() @ForeignKey('account') createdBy!: string;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @InstantColumn({ nullable: true }) appliedAt!: Date | null;
}
