import { BoolColumn, JsonColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One row of an uploaded file, as it came and as it was understood. */
@Entity('roster_import_row')
@Check(
  'roster_import_row_change_known',
  `change IN ('new', 'changed', 'unchanged', 'returning', 'stays-out')`,
)
export class RosterImportRowEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('roster_import', { onDelete: 'CASCADE' })
  importId!: string;

  /** As the spreadsheet shows it: the header is row 1. */
  @PrimaryColumn('integer') row!: number;
  @BoolColumn() good!: boolean;
  @JsonColumn() cells!: string[];
  /** The typed row of `#roster`; null when it is bad. */
  @JsonColumn({ nullable: true }) data!: object | null;
  @JsonColumn({ default: [] }) problems!: object[];
  /** Whom the row means, as far as it could be read: also of a bad row, whose person isn't missing. */
  @TextColumn({ nullable: true }) email!: string | null;
  @TextColumn({ nullable: true }) outerId!: string | null;
  /** What applying would do to the person, as it was when the list was compared. */
  @TextColumn({ nullable: true }) change!: string | null;
  @JsonColumn({ default: [] }) changedFields!: object[];
}
