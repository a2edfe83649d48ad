import type { MentorChangeRepository, MentorChanges } from '../persistence/mentor-change.repository.js';
import type { IndexedMentor } from './indexed-mentor.js';
import { MentorTable } from './mentor-table.js';
import type { ReadIndexedMentors } from './read-indexed-mentors.js';

/** Mentors read at once: few enough that other requests are served between two reads. */
const CHUNK = 250;

/** The mentors of one program, and how far the feed of changes has been read. */
export class KeptMentors {
  /** Changes from `since` on that are in the table too, by key. */
  private readonly seen = new Map<string, bigint>();
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  private constructor(
    private readonly programId: string,
    private readonly mentors: ReadIndexedMentors,
    private readonly feed: MentorChangeRepository,
    readonly table: MentorTable,
    /** Changes of transactions below this number are in the table. */
    private since: bigint,
  ) {}

  /** Reads everybody. */
  static async read(
    programId: string,
    mentors: ReadIndexedMentors,
    feed: MentorChangeRepository,
  ): Promise<KeptMentors> {
    // First the number, then the people: who is changed meanwhile is read again.
    const { until } = await feed.look(programId, null);
    const table = new MentorTable();
    const readOn = (after?: string): Promise<IndexedMentor[]> =>
      mentors.execute(programId, { limit: CHUNK, ...(after === undefined ? {} : { after }) });
    let next = readOn();
    for (;;) {
      const some = await next;
      const last = some.length < CHUNK ? undefined : some.at(-1)?.mentor.id;
      // The database works while these are laid out.
      if (last !== undefined) next = readOn(last);
      for (const one of some) table.put(one);
      if (last === undefined) return new KeptMentors(programId, mentors, feed, table, until);
    }
  }

  /** Brings in what was committed before the call. */
  async refresh(): Promise<void> {
    const look = await this.feed.look(this.programId, this.since);
    if (this.newsOf(look).length > 0) await this.update();
    else this.advance(look);
  }

  /** One update at a time, lest an older read overwrite a newer; whoever comes before one begins shares it. */
  private update(): Promise<void> {
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        this.running = this.catchUp();
        return this.running;
      });
    return this.next;
  }

  private async catchUp(): Promise<void> {
    const look = await this.feed.look(this.programId, this.since);
    const ids = [...new Set(this.newsOf(look).map(({ id }) => id))];
    for (let from = 0; from < ids.length; from += CHUNK) {
      const participationIds = ids.slice(from, from + CHUNK);
      const present = await this.mentors.execute(this.programId, { participationIds });
      const gone = new Set(participationIds);
      for (const one of present) {
        gone.delete(one.mentor.id);
        this.table.put(one);
      }
      for (const id of gone) this.table.remove(id);
    }
    for (const { key, changedIn } of look.changes) this.seen.set(key, changedIn);
    this.advance(look);
  }

  private newsOf({ changes }: MentorChanges): MentorChanges['changes'] {
    return changes.filter(({ key, changedIn }) => changedIn >= this.since && !this.seen.has(key));
  }

  /** Everything in a look is in the table now. */
  private advance({ until }: MentorChanges): void {
    if (until > this.since) this.since = until;
    for (const [key, changedIn] of this.seen) if (changedIn < this.since) this.seen.delete(key);
  }
}
