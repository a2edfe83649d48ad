import { RankingConfig } from '#config';
import { Clock } from '#kernel';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { MentorChangeRepository } from '../persistence/mentor-change.repository.js';
import { KeptMentors } from './kept-mentors.js';
import type { MentorTable } from './mentor-table.js';
import { ReadIndexedMentors } from './read-indexed-mentors.js';

/** A program in memory, or on its way there. */
interface Shelf {
  readonly opened: Promise<KeptMentors>;
  kept: KeptMentors | null;
  askedAt: number;
}

/** Far less than the feed of changes goes back. */
const IDLE_MS = 30 * 60_000;
const MIB = 1_048_576;

/**
 * The mentors of the programs asked for lately, kept in memory. PostgreSQL notes each change in the transaction that
 * makes it, and the notes are read before every answer: so nobody gets less than what was committed before they asked,
 * whichever process wrote it.
 */
@Injectable()
export class MentorIndex implements OnModuleInit, OnModuleDestroy {
  /** The program asked for longest ago comes first. */
  private readonly shelves = new Map<string, Shelf>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: RankingConfig,
    private readonly clock: Clock,
    private readonly mentors: ReadIndexedMentors,
    private readonly feed: MentorChangeRepository,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.dropIdle();
    }, IDLE_MS / 6).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The mentors of a program as they are now. Use it before the next `await`: it changes in place. */
  async current(programId: string): Promise<MentorTable> {
    const shelf = this.shelfOf(programId);
    const kept = await shelf.opened;
    await kept.refresh();
    this.makeRoom(shelf);
    return kept.table;
  }

  private shelfOf(programId: string): Shelf {
    this.dropIdle();
    const shelf = this.shelves.get(programId) ?? this.open(programId);
    shelf.askedAt = this.clock.now().getTime();
    this.shelves.delete(programId);
    this.shelves.set(programId, shelf);
    return shelf;
  }

  private open(programId: string): Shelf {
    const opened = KeptMentors.read(programId, this.mentors, this.feed);
    const shelf: Shelf = { opened, kept: null, askedAt: 0 };
    opened.then(
      (kept) => {
        shelf.kept = kept;
      },
      () => {
        if (this.shelves.get(programId) === shelf) this.shelves.delete(programId);
      },
    );
    return shelf;
  }

  /** Drops those asked for longest ago until the rest fits; the one at hand stays, however large. */
  private makeRoom(atHand: Shelf): void {
    let bytes = 0;
    for (const { kept } of this.shelves.values()) bytes += kept?.table.bytes ?? 0;
    for (const [programId, shelf] of this.shelves) {
      if (bytes <= this.config.mentorIndexMb * MIB) return;
      if (shelf === atHand || shelf.kept === null) continue;
      bytes -= shelf.kept.table.bytes;
      this.shelves.delete(programId);
    }
  }

  private dropIdle(): void {
    const now = this.clock.now().getTime();
    for (const [programId, { askedAt }] of this.shelves)
      if (Math.abs(now - askedAt) > IDLE_MS) this.shelves.delete(programId);
  }
}
