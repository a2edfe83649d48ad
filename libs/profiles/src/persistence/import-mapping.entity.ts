import { JsonColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The column names of a program's files, remembered from its last import. */
@Entity('roster_mapping')
export class RosterMappingEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('program', { onDelete: 'CASCADE' })
  programId!: string;

  @PrimaryColumn('text') kind!: string;
  @JsonColumn() mapping!: Record<string, string>;
}
