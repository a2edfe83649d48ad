import type { Page } from '#kernel';
import type { WaveView } from '#programs';
import { ApiProperty } from '@nestjs/swagger';

/** A plan of mails to imported people, and what came of it. */
export class WaveResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074' })
  id!: string;

  @ApiProperty({ type: String, enum: ['mentor', 'mentee'], nullable: true, example: 'mentor' })
  role!: string | null;

  @ApiProperty({ example: 50, description: 'People at a time' })
  size!: number;

  @ApiProperty({ example: 24 })
  everyHours!: number;

  @ApiProperty({ format: 'date-time', description: 'When the next ones are written to' })
  dueAt!: string;

  @ApiProperty({ enum: ['waiting', 'paused', 'finished'], example: 'waiting' })
  state!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ example: 100, description: 'People written to' })
  invited!: number;

  @ApiProperty({ example: 97, description: 'Of them, whose mail the server took' })
  sent!: number;

  @ApiProperty({ example: 2, description: 'Of them, whose address takes no mail' })
  bounced!: number;

  @ApiProperty({ example: 61, description: 'Of them, who agreed to take part, or signed in' })
  accepted!: number;

  static from({ dueAt, createdAt, ...wave }: WaveView): WaveResponse {
    return { ...wave, dueAt: dueAt.toISOString(), createdAt: createdAt.toISOString() };
  }
}

/** A page of waves, newest first. */
export class WavesResponse {
  @ApiProperty({ type: [WaveResponse] })
  items!: WaveResponse[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;

  @ApiProperty({ example: 240, description: 'Imported people to whom nobody has written yet' })
  waiting!: number;

  static from({ items, nextCursor }: Page<WaveView>, waiting: number): WavesResponse {
    return { items: items.map((item) => WaveResponse.from(item)), nextCursor, waiting };
  }
}
