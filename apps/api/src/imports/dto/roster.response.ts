import type { Page } from '#kernel';
import type { FieldChange, MissingPersonView, RowDifferenceView } from '#profiles';
import { ApiProperty } from '@nestjs/swagger';
import { CHANGES } from './import.request.js';

/** Whom a full list pauses. */
export class PauseCountResponse {
  @ApiProperty({ example: 4, description: 'People who are missing in the list' })
  count!: number;

  @ApiProperty({ example: 380, description: 'Active people of the role who came by an import' })
  of!: number;

  @ApiProperty({ example: 38, description: 'Most that are paused without confirming the exact count' })
  limit!: number;
}

/** Counts of what applying a list does. */
export class ImportDifferencesResponse {
  @ApiProperty({ example: 12 })
  new!: number;

  @ApiProperty({ example: 30 })
  changed!: number;

  @ApiProperty({ example: 340 })
  unchanged!: number;

  @ApiProperty({ example: 2, description: 'Were paused for having been missing and become active again' })
  returning!: number;

  @ApiProperty({ example: 1, description: 'Left or were declined; a list brings nobody back' })
  staysOut!: number;

  @ApiProperty({ type: PauseCountResponse, nullable: true, description: 'Null where the list is not full' })
  paused!: PauseCountResponse | null;
}

/** A field that a list changes. */
export class FieldChangeResponse {
  @ApiProperty({ example: 'timeZone' })
  field!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Europe/Berlin' })
  from!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Europe/Lisbon' })
  to!: string | null;
}

/** What a row does to its person. */
export class RowDifferenceResponse {
  @ApiProperty({ example: 12, description: 'Row of the file, or place in the list that came as JSON' })
  row!: number;

  @ApiProperty({ example: 'ana@example.org' })
  email!: string;

  @ApiProperty({ enum: CHANGES, example: 'changed' })
  change!: string;

  @ApiProperty({ type: [FieldChangeResponse] })
  fields!: readonly FieldChange[];
}

/** A page of rows and what they do, in the order of the list. */
export class RowDifferencePageResponse {
  @ApiProperty({ type: [RowDifferenceResponse] })
  items!: RowDifferenceResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  static from({ items, nextCursor }: Page<RowDifferenceView>): RowDifferencePageResponse {
    return {
      items: items.map(({ row, email, change, fields }) => ({ row, email, change, fields })),
      nextCursor,
    };
  }
}

/** Somebody whom a full list would pause. */
export class MissingPersonResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074' })
  participationId!: string;

  @ApiProperty({ example: 'Bo Berg' })
  name!: string;

  @ApiProperty({ example: 'bo@example.org' })
  email!: string;
}

/** A page of people who are missing in a full list. */
export class MissingPersonPageResponse {
  @ApiProperty({ type: [MissingPersonResponse] })
  items!: MissingPersonResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  static from({ items, nextCursor }: Page<MissingPersonView>): MissingPersonPageResponse {
    return { items: [...items], nextCursor };
  }
}
