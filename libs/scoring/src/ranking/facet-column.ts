import { pairOf, type ScoringContext } from '../context.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import { Column } from './column.js';
import type { Facet } from './facets.js';

/** A mentor who has said nothing. */
const NOBODY: MentorProfile = {
  id: '',
  personKey: '',
  languages: [],
  timeZone: 'UTC',
  windows: [],
  yearsExperience: null,
  organisation: null,
  department: null,
  attributes: {},
  skills: [],
  goals: [],
  capacity: 1,
  vetoes: [],
};

/** One facet of all mentors: those who are alike share a class, for which the reference scorer is asked once. */
export class FacetColumn {
  private readonly byKey = new Map<string, number>();
  private readonly classOf = new Column();
  /** For each class a mentor with nothing but what the facet reads. */
  readonly examples: MentorProfile[] = [];

  constructor(private readonly facet: Facet) {}

  /** Class by slot. */
  get classes(): Int32Array {
    return this.classOf.values;
  }

  set(slot: number, mentor: MentorProfile): void {
    const read = this.facet.of(mentor);
    const key = JSON.stringify(read);
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.examples.push({ ...NOBODY, ...read }) - 1;
      this.byKey.set(key, id);
    }
    this.classOf.set(slot, id);
  }

  /** What each class gives with a mentee. */
  values(mentee: MenteeProfile, context: ScoringContext): Int32Array {
    return Int32Array.from(this.examples, (example) => this.facet.value(pairOf(mentee, example, context)));
  }
}
