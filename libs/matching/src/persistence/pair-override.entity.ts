import { InstantColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An admin's word on a pair of a cohort: it must be made, or it must not. */
@Entity('pair_override')
@Check('pair_override_kind_known', `kind IN ('lock', 'forbid')`)
export class PairOverrideEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('cohort', { onDelete: 'CASCADE' })
  cohortId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  mentorId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  menteeId!: string;

  @TextColumn() kind!: string;
  @TextColumn({ nullable: true }) note!: string | null;
  @RefColumn() @ForeignKey('account') createdBy!: string;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
}
