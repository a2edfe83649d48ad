import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey } from 'typeorm';

/** The boundary of data and of roles. */
@Entity('program')
@Check('program_state_known', `state IN ('active', 'archived')`)
export class ProgramEntity {
  @IdColumn() id!: string;
  @TextColumn() name!: string;
  @TextColumn({ default: '' }) description!: string;
  @TextColumn() timeZone!: string;
  @TextColumn({ default: 'active' }) state!: string;
  /** Only what differs from the defaults. */
  @JsonColumn({ default: {} }) settings!: object;
  /** The program's list of goal areas: `{key, label}`. */
  @JsonColumn() goalAreas!: { key: string; label: string }[];
  @RefColumn() @ForeignKey('account') createdBy!: string;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @InstantColumn({ default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn() version!: number;
}
