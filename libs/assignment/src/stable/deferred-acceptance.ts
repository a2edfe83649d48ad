import { FreeRows } from '../free-rows.js';
import type { AssignmentProblem } from '../problem.js';
import { selectLargest } from '../select-largest.js';
import { KeyHeap } from './key-heap.js';
import { NOBODY, Preferences } from './preferences.js';

/** Mentors in the first block of a mentee's list; every further block is twice as long as the one before. */
const FIRST_BLOCK = 16;

/** A mentee's list as far as it was fetched: the best that is still to be asked comes last. */
interface Ranked {
  readonly mentors: number[];
  readonly mentorKeys: number[];
  /** Everybody with this key or a higher one has been fetched. */
  reached: number;
  length: number;
}

/**
 * Deferred acceptance, the mentees asking and the mentors with as many places as they have (Gale and Shapley 1962; for
 * places more than one Roth and Sotomayor 1990, chapter 5). Nobody's ranking has ties, so there is one stable matching
 * that every mentee likes at least as well as any other, and this finds it whoever asks first.
 *
 * Rankings are never held whole: a mentee's list is fetched in blocks, and leaves out every mentor who has filled up
 * with people they rank higher. Since a mentor only ever changes for somebody better, these would never accept.
 */
export class DeferredAcceptance {
  /** Mentees whom each mentor holds, as keys of the mentor. */
  private readonly held: readonly KeyHeap[];
  private readonly rows: FreeRows;
  private readonly row: Int32Array;
  private readonly menteeKeys: Float64Array;
  private readonly mentorKeys: Float64Array;
  private readonly sorted: Float64Array;
  private readonly lists = new Map<number, Ranked>();

  constructor(
    problem: AssignmentProblem,
    private readonly room: Int32Array,
    private readonly preferences = new Preferences(problem),
  ) {
    const mentors = problem.mentors.length;
    this.held = problem.mentors.map(() => new KeyHeap());
    this.rows = new FreeRows(problem);
    this.row = this.rows.newRow();
    this.menteeKeys = new Float64Array(mentors);
    this.mentorKeys = new Float64Array(mentors);
    this.sorted = new Float64Array(mentors);
  }

  /** Finds a place for a mentee, and for everybody who loses theirs by it. @returns whether one more place is taken */
  place(mentee: number): boolean {
    let asking = mentee;
    for (;;) {
      const mentor = this.next(asking);
      if (mentor === NOBODY) return false;
      const heap = this.held[mentor] as KeyHeap;
      const key = this.key;
      if (heap.size < (this.room[mentor] as number)) {
        heap.add(key);
        return true;
      }
      if (heap.least > key) continue;
      asking = this.preferences.menteeOf(heap.replaceLeast(key));
    }
  }

  /** The mentees of a mentor. */
  menteesOf(mentor: number): number[] {
    return (this.held[mentor] as KeyHeap).values().map((key) => this.preferences.menteeOf(key));
  }

  private key = 0;

  /** The mentor whom a mentee asks next, with the mentor's key in `key`; {@link NOBODY} when the list is at its end. */
  private next(mentee: number): number {
    let list = this.lists.get(mentee);
    if (list === undefined) {
      list = { mentors: [], mentorKeys: [], reached: Infinity, length: FIRST_BLOCK };
      this.lists.set(mentee, list);
    }
    if (list.mentors.length === 0) this.fetch(mentee, list);
    const mentor = list.mentors.pop();
    this.key = list.mentorKeys.pop() ?? 0;
    return mentor ?? NOBODY;
  }

  private fetch(mentee: number, list: Ranked): void {
    if (list.reached === NOBODY) return;
    const { menteeKeys, mentorKeys, sorted, held, room, row } = this;
    this.rows.read(mentee, row);
    this.preferences.ofMentee(mentee, row, menteeKeys);
    this.preferences.ofMentors(mentee, row, mentorKeys);
    let found = 0;
    for (let mentor = 0; mentor < menteeKeys.length; mentor++) {
      const key = menteeKeys[mentor] as number;
      if (key === NOBODY || key >= list.reached) continue;
      const places = room[mentor] as number;
      const heap = held[mentor] as KeyHeap;
      if (places === 0 || (heap.size >= places && heap.least > (mentorKeys[mentor] as number)))
        menteeKeys[mentor] = NOBODY;
      else sorted[found++] = key;
    }
    const wanted = Math.min(found, list.length);
    const least = wanted === 0 ? NOBODY : selectLargest(sorted, found, wanted);
    const block: number[] = [];
    for (let mentor = 0; mentor < menteeKeys.length && block.length < wanted; mentor++) {
      const key = menteeKeys[mentor] as number;
      if (key >= least && key < list.reached && key !== NOBODY) block.push(mentor);
    }
    block.sort((a, b) => (menteeKeys[a] as number) - (menteeKeys[b] as number));
    for (const mentor of block) {
      list.mentors.push(mentor);
      list.mentorKeys.push(mentorKeys[mentor] as number);
    }
    list.reached = wanted === found ? NOBODY : least;
    list.length *= 2;
  }
}
