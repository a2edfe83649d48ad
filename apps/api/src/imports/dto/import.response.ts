import type { ImportRowProblems, ImportView } from '#profiles';
import type { Page } from '#kernel';
import type { RosterProblem } from '#roster';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ImportDifferencesResponse } from './roster.response.js';

/** A problem by row and column. */
export class ImportProblemResponse {
  @ApiProperty({ description: 'Row as a spreadsheet shows it; the header is row 1', example: 12 })
  row!: number;

  @ApiProperty({ example: 'time_zone' })
  column!: string;

  @ApiProperty({ example: 'Berlin' })
  value!: string;

  @ApiProperty({ enum: ['error', 'warning'], description: 'A row with an error is left out' })
  severity!: string;

  @ApiProperty({ example: 'unknown-zone' })
  code!: string;

  @ApiProperty({ example: 'This is no time zone.' })
  message!: string;

  @ApiPropertyOptional({ example: 'Europe/Berlin' })
  suggestion?: string;

  static from({
    row,
    column,
    value,
    severity,
    code,
    message,
    suggestion,
  }: RosterProblem): ImportProblemResponse {
    return {
      row,
      column,
      value,
      severity,
      code,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }
}

/** An upload. */
export class ImportResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['mentors', 'mentees', 'pairs'] })
  kind!: string;

  @ApiProperty({ enum: ['receiving', 'previewed', 'applying', 'applied', 'failed'] })
  state!: string;

  @ApiProperty({ example: 'mentors.csv' })
  fileName!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  mapping!: Readonly<Record<string, string>>;

  @ApiProperty({ example: 278 })
  rowCount!: number;

  @ApiProperty({ example: 276, description: 'Rows that can be taken' })
  goodCount!: number;

  @ApiProperty({ example: 2, description: 'Rows that are left out; /rejected.csv has them' })
  badCount!: number;

  @ApiProperty({ example: 270, description: 'New people or pairs, once applied' })
  createdCount!: number;

  @ApiProperty({ example: 6, description: 'People or pairs that were known, once applied' })
  updatedCount!: number;

  @ApiProperty({ example: true, description: 'Whether the list names everybody of its role' })
  fullList!: boolean;

  @ApiProperty({
    type: ImportDifferencesResponse,
    nullable: true,
    description: 'What applying would do, as it was when the list came; null for pairs',
  })
  differences!: ImportDifferencesResponse | null;

  @ApiProperty({
    example: 4,
    description: 'People paused because they are missing in the list, once applied',
  })
  pausedCount!: number;

  @ApiProperty({ example: 2, description: 'People who had been missing and are active again, once applied' })
  returnedCount!: number;

  @ApiProperty({ type: [ImportProblemResponse], description: 'Problems of the file as a whole' })
  fileProblems!: ImportProblemResponse[];

  @ApiProperty({ type: String, nullable: true })
  failure!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  appliedAt!: string | null;

  static from(view: ImportView): ImportResponse {
    return {
      id: view.id,
      kind: view.kind,
      state: view.state,
      fileName: view.fileName,
      mapping: view.mapping,
      rowCount: view.rowCount,
      goodCount: view.goodCount,
      badCount: view.badCount,
      createdCount: view.createdCount,
      updatedCount: view.updatedCount,
      fullList: view.fullList,
      differences: view.differences,
      pausedCount: view.pausedCount,
      returnedCount: view.returnedCount,
      fileProblems: view.fileProblems.map((problem) => ImportProblemResponse.from(problem)),
      failure: view.failure,
      createdAt: view.createdAt.toISOString(),
      appliedAt: view.appliedAt?.toISOString() ?? null,
    };
  }
}

/** A page of uploads, newest first. */
export class ImportPageResponse {
  @ApiProperty({ type: [ImportResponse] })
  items!: ImportResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  static from({ items, nextCursor }: Page<ImportView>): ImportPageResponse {
    return { items: items.map((item) => ImportResponse.from(item)), nextCursor };
  }
}

/** A row that has problems. */
export class ImportRowResponse {
  @ApiProperty({ example: 12 })
  row!: number;

  @ApiProperty({ description: 'False when the row is left out' })
  taken!: boolean;

  @ApiProperty({ type: [ImportProblemResponse] })
  problems!: ImportProblemResponse[];
}

/** A page of rows with problems, in file order. */
export class ImportRowPageResponse {
  @ApiProperty({ type: [ImportRowResponse] })
  items!: ImportRowResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  static from({ items, nextCursor }: Page<ImportRowProblems>): ImportRowPageResponse {
    return {
      items: items.map(({ row, taken, problems }) => ({
        row,
        taken,
        problems: problems.map((one) => ImportProblemResponse.from(one)),
      })),
      nextCursor,
    };
  }
}
