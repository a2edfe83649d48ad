import { bytesOf, type IndexedMentor } from './indexed-mentor.js';

/** The mentors of one program in memory, ordered by id. */
export class MentorTable {
  private readonly entries: IndexedMentor[] = [];
  private readonly offering = new Map<string, Set<string>>();
  private size = 0;

  /** Every mentor, by id. */
  get all(): readonly IndexedMentor[] {
    return this.entries;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.size;
  }

  find(id: string): IndexedMentor | null {
    return this.entries[this.placeOf(id)] ?? null;
  }

  /** Adds a mentor, or takes the place of what was known. */
  put(entry: IndexedMentor): void {
    const { id } = entry.mentor;
    const place = this.firstFrom(id);
    const known = this.entries[place];
    if (known?.mentor.id === id) {
      this.forget(known);
      this.entries[place] = entry;
    } else this.entries.splice(place, 0, entry);
    this.size += bytesOf(entry);
    for (const { skillId } of entry.mentor.skills) {
      const offering = this.offering.get(skillId);
      if (offering === undefined) this.offering.set(skillId, new Set([id]));
      else offering.add(id);
    }
  }

  /** Forgets a mentor; one who is not there stays so. */
  remove(id: string): void {
    const place = this.placeOf(id);
    const known = this.entries[place];
    if (known === undefined) return;
    this.entries.splice(place, 1);
    this.forget(known);
  }

  /** Ids of the mentors with a skill of which something holds. @param holds asked once a skill, by the id in profiles */
  whoOffers(holds: (skillId: string) => boolean): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [skillId, ids] of this.offering) if (holds(skillId)) for (const id of ids) found.add(id);
    return found;
  }

  /** Place of a mentor in `all`; -1 when there is none. */
  placeOf(id: string): number {
    const place = this.firstFrom(id);
    return this.entries[place]?.mentor.id === id ? place : -1;
  }

  private firstFrom(id: string): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle]?.mentor.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private forget(known: IndexedMentor): void {
    this.size -= bytesOf(known);
    for (const { skillId } of known.mentor.skills) {
      const offering = this.offering.get(skillId);
      offering?.delete(known.mentor.id);
      if (offering?.size === 0) this.offering.delete(skillId);
    }
  }
}
