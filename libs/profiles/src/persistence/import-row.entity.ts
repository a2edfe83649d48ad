import { BoolColumn, JsonColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One row of an uploaded file, as it came and as it was understood. */
@Entity('roster_import_row')
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
}
