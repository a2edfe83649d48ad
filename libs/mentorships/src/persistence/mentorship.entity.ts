import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** The relationship of a mentor and a mentee. */
@Entity('mentorship')
@Index('mentorship_live_pair_key', ['mentorId', 'menteeId'], {
  unique: true,
  where: `state IN ('proposed', 'active', 'paused')`,
})
@Index('mentorship_program_idx', ['programId', 'id'])
@Index('mentorship_mentor_idx', ['mentorId', 'state'])
@Index('mentorship_mentee_idx', ['menteeId', 'state'])
@Check('mentorship_state_known', `state IN ('proposed', 'active', 'paused', 'completed', 'ended')`)
@Check('mentorship_source_known', `source IN ('run', 'request', 'import', 'admin')`)
@Check('mentorship_two_people', `mentor_id <> mentee_id`)
export class MentorshipEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  /** Participation of the mentor. */
  @RefColumn() @ForeignKey('participation', { onDelete: 'CASCADE' }) mentorId!: string;
  /** Participation of the mentee. */
  @RefColumn() @ForeignKey('participation', { onDelete: 'CASCADE' }) menteeId!: string;
  @TextColumn() state!: string;
  @TextColumn() source!: string;
  /** The run or request it came from. */
  @RefColumn({ nullable: true }) sourceId!: string | null;
  /** Why these two, in content reasons that each side may read: `{forMentee: string[], forMentor: string[]}`. */
  @JsonColumn({ default: { forMentee: [], forMentor: [] } }) rationale!: {
    forMentee: string[];
    forMentor: string[];
  };
  @InstantColumn() startedAt!: Date;
  @InstantColumn({ nullable: true }) endsAt!: Date | null;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
  /** Account of whoever ended it. */
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'SET NULL' }) endedBy!: string | null;
  @TextColumn({ nullable: true }) endReason!: string | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @VersionColumn() version!: number;
}
