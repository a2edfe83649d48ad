import type { Page } from '#kernel';
import { HISTORY_KINDS, type RunHistoryEntry, type RunNoteView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResponse } from './run.response.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** Two people by name. */
export class NamedPairResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
}

/** A note of an admin. */
export class RunNoteResponse {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ type: NamedPairResponse, nullable: true, description: 'Null for a note on the run' })
  pair!: NamedPairResponse | null;
  @ApiProperty({ example: 'Asked both managers; wait for Monday.' }) text!: string;
  @ApiProperty({ example: 'Olga Owner' }) by!: string;
  @ApiProperty({ description: 'Whether the reader wrote it, and so may change it' }) yours!: boolean;
  @ApiProperty({ format: 'date-time' }) writtenAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) editedAt!: string | null;
  @ApiProperty({ description: 'Also the ETag', example: 1 }) version!: number;

  static from(view: RunNoteView): RunNoteResponse {
    return {
      ...view,
      writtenAt: view.writtenAt.toISOString(),
      editedAt: view.editedAt?.toISOString() ?? null,
    };
  }
}

/** A page of notes. */
export class RunNotesResponse {
  @ApiProperty({ type: [RunNoteResponse] }) items!: RunNoteResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<RunNoteView>): RunNotesResponse {
    return { items: items.map((view) => RunNoteResponse.from(view)), nextCursor };
  }
}

/** One thing that happened to a run. */
export class RunHistoryEntryResponse {
  @ApiProperty({ enum: [...HISTORY_KINDS], example: 'decided' }) kind!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The admin who did it', example: 'Olga Owner' })
  by!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How it ended, what was decided, or why',
    example: 'approved',
  })
  detail!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How many pairs it is about', example: 12 })
  pairs!: number | null;

  static from(entry: RunHistoryEntry): RunHistoryEntryResponse {
    return { ...entry, at: entry.at.toISOString() };
  }
}

/** A page of what happened to a run. */
export class RunHistoryResponse {
  @ApiProperty({ type: [RunHistoryEntryResponse] }) items!: RunHistoryEntryResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<RunHistoryEntry>): RunHistoryResponse {
    return { items: items.map((entry) => RunHistoryEntryResponse.from(entry)), nextCursor };
  }
}
