import { InstantColumn } from '#database';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * That something about a mentor was written, deleted or moved, in which transaction. Database triggers note it in the
 * transaction of the change itself. No foreign keys: the note must outlive who left.
 */
@Entity('mentor_change')
@Index('mentor_change_changed_at_idx', ['changedAt'])
export class MentorChangeEntity {
  @PrimaryColumn('uuid') programId!: string;
  /** Number of the transaction (`xid8`). */
  @PrimaryColumn('bigint') changedIn!: string;
  @PrimaryColumn('uuid') participationId!: string;
  @InstantColumn({ default: () => 'now()' }) changedAt!: Date;
}
