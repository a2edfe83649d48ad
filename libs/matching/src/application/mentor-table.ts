import { LIVE_STATES } from '#programs';
import { MentorPack } from '#scoring';
import { bytesOf, type IndexedMentor } from './indexed-mentor.js';
import { TextIndex } from './text-index.js';

/** What a mentor's standing says, as bits. */
export const Standing = {
  /** Takes part at present. */
  live: 1,
  paused: 2,
  /** Has confirmed the privacy notice. */
  confirmed: 4,
  /** Has a free place. */
  free: 8,
} as const;

/** The mentors of one program in memory, ordered by id. Several lists go by the place in that order. */
export class MentorTable {
  /** Every mentor, by place. */
  readonly all: IndexedMentor[] = [];
  /** Bits of `Standing`, by place. */
  readonly standing: number[] = [];
  /** Until when they are away (instant in ms, 0 for not at all), by place. */
  readonly awayUntil: number[] = [];
  /** Where they are in the pack, by place. */
  readonly slots: number[] = [];
  private packed = new MentorPack();
  private words: { readonly names: TextIndex; readonly texts: TextIndex } | null = null;
  private size = 0;

  /** What scores them. */
  get pack(): MentorPack {
    return this.packed;
  }

  /** Names by place; made again when it is asked for after a change. */
  get names(): TextIndex {
    return this.wordsOfAll().names;
  }

  /** Other text that a search looks into, by place. */
  get texts(): TextIndex {
    return this.wordsOfAll().texts;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.size;
  }

  find(id: string): IndexedMentor | null {
    return this.all[this.placeOf(id)] ?? null;
  }

  /** Adds a mentor, or takes the place of what was known. */
  put(entry: IndexedMentor): void {
    const { id } = entry.mentor;
    const place = this.firstFrom(id);
    const known = this.all[place];
    const replaced = known?.mentor.id === id ? 1 : 0;
    this.words = null;
    if (known !== undefined && replaced === 1) this.size -= bytesOf(known);
    if (this.packed.isWorn) this.packAgain();
    this.size += bytesOf(entry);
    this.all.splice(place, replaced, entry);
    this.standing.splice(place, replaced, standingOf(entry));
    this.awayUntil.splice(place, replaced, entry.awayUntil?.getTime() ?? 0);
    this.slots.splice(place, replaced, this.packed.put(entry.mentor));
  }

  /** Forgets a mentor; one who is not there stays so. */
  remove(id: string): void {
    const place = this.placeOf(id);
    const known = this.all[place];
    if (known === undefined) return;
    this.packed.remove(id);
    this.words = null;
    this.all.splice(place, 1);
    for (const list of [this.standing, this.awayUntil, this.slots]) list.splice(place, 1);
    this.size -= bytesOf(known);
  }

  /** Place of a mentor; -1 when there is none. */
  placeOf(id: string): number {
    const place = this.firstFrom(id);
    return this.all[place]?.mentor.id === id ? place : -1;
  }

  private wordsOfAll(): { readonly names: TextIndex; readonly texts: TextIndex } {
    this.words ??= {
      names: new TextIndex(this.all.map(({ name }) => name)),
      texts: new TextIndex(this.all.map(({ text }) => text)),
    };
    return this.words;
  }

  private packAgain(): void {
    this.packed = new MentorPack();
    this.all.forEach(({ mentor }, place) => {
      this.slots[place] = this.packed.put(mentor);
    });
  }

  private firstFrom(id: string): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.all[middle]?.mentor.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function standingOf({ state, confirmed, freePlaces }: IndexedMentor): number {
  return (
    (LIVE_STATES.includes(state) ? Standing.live : 0) |
    (state === 'paused' ? Standing.paused : 0) |
    (confirmed ? Standing.confirmed : 0) |
    (freePlaces > 0 ? Standing.free : 0)
  );
}
