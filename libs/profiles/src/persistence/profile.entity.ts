import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '#database';
import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** What somebody offers or wants in one program. Skills have their own table. */
@Entity('profile')
@Unique('profile_participation_key', ['participationId'])
@Unique('profile_external_id_key', ['programId', 'role', 'externalId'])
@Index('profile_program_role_idx', ['programId', 'role'])
@Index('profile_manager_email_idx', ['managerEmail'], { where: 'manager_email IS NOT NULL' })
@Check('profile_capacity_in_range', `capacity BETWEEN 0 AND 50`)
@Check('profile_role_known', `role IN ('mentee', 'mentor')`)
export class ProfileEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('participation', { onDelete: 'CASCADE' }) participationId!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  /** `mentor` or `mentee`, as in the participation. */
  @TextColumn() role!: string;
  /** The id that the organisation uses, from an import. */
  @TextColumn({ nullable: true }) externalId!: string | null;
  @TextColumn({ default: '' }) headline!: string;
  @TextColumn({ default: '' }) about!: string;
  @TextColumn({ nullable: true }) country!: string | null;
  @TextColumn({ nullable: true }) city!: string | null;
  @TextColumn({ nullable: true }) organisation!: string | null;
  @TextColumn({ nullable: true }) department!: string | null;
  @TextColumn({ nullable: true }) grade!: string | null;
  @TextColumn({ nullable: true }) managerEmail!: string | null;
  @IntColumn({ nullable: true }) yearsExperience!: number | null;
  /** `{code, level?}`; level 1–5, missing = full. */
  @JsonColumn({ default: [] }) languages!: { code: string; level?: number }[];
  /** Keys of goal areas: supported by a mentor, wanted by a mentee in order. */
  @JsonColumn({ default: [] }) goals!: string[];
  @TextColumn({ default: '' }) goalStatement!: string;
  /** Places of a mentor; 1 for a mentee. */
  @IntColumn({ default: 1 }) capacity!: number;
  @TextColumn() timeZone!: string;
  /** Times that usually suit: `{weekday, startMinute, endMinute}` in `timeZone`. */
  @JsonColumn({ default: [] }) windows!: { weekday: string; startMinute: number; endMinute: number }[];
  /** `{date, kind: 'away' | 'extra', startMinute?, endMinute?}`. */
  @JsonColumn({ default: [] }) exceptions!: {
    date: string;
    kind: string;
    startMinute?: number;
    endMinute?: number;
  }[];
  @InstantColumn({ nullable: true }) awayUntil!: Date | null;
  /** `online`, `in_person` or `either`. */
  @TextColumn({ default: 'either' }) format!: string;
  /** Optional questionnaire: item to answer 1–5, and `values`. */
  @JsonColumn({ nullable: true }) workingStyle!: object | null;
  /** Values of the program's own fields, by key. */
  @JsonColumn({ default: {} }) fields!: Record<string, string | number | readonly string[]>;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @InstantColumn({ default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn() version!: number;
}
