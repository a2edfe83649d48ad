import type { Term } from '#availability';
import { termClock, weekMinutes } from '#availability';
import type { TermClock } from '#availability';
import type { PersonFacts, StyleFacts } from '../facts.js';
import type { PersonProfile } from '../profile.js';
import { Interner } from './interner.js';

/** The clocks of everybody; zones that run alike share a number. */
export class Clocks {
  private readonly clocks: TermClock[] = [];
  /** A zone for each clock. */
  private readonly zones: string[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly byZone = new Map<string, number>();

  constructor(private readonly term: Term) {}

  /** The number of a zone's clock. @throws RangeError when the zone does not exist */
  idOf(zone: string): number {
    let id = this.byZone.get(zone);
    if (id === undefined) {
      const clock = termClock(zone, this.term);
      id = this.byKey.get(clock.key);
      if (id === undefined) {
        id = this.clocks.push(clock) - 1;
        this.zones.push(zone);
        this.byKey.set(clock.key, id);
      }
      this.byZone.set(zone, id);
    }
    return id;
  }

  /** All clocks from west to east, so that those near to one lie together; `rank` has the place of each number. */
  fromWest(): { clocks: TermClock[]; zones: string[]; rank: number[] } {
    const ahead = (id: number): number => this.clocks[id]?.offsets[0] ?? 0;
    const ids = [...this.clocks.keys()].sort((a, b) => ahead(a) - ahead(b) || a - b);
    const rank: number[] = [];
    ids.forEach((id, place) => {
      rank[id] = place;
    });
    return {
      clocks: ids.flatMap((id) => this.clocks[id] ?? []),
      zones: ids.flatMap((id) => this.zones[id] ?? []),
      rank,
    };
  }
}

/** Answers as numbers: item and step in turn, and values. */
export interface StyleCode {
  readonly items: readonly number[];
  readonly values: readonly number[];
}

/** Names of questions and values, shared by both sides. */
export class StyleNames {
  readonly items = new Interner();
  readonly values = new Interner();

  /** Null when nothing was answered. */
  codeOf(style: StyleFacts | null): StyleCode | null {
    if (style === null || style.items.size + style.values.size === 0) return null;
    return {
      items: [...style.items].flatMap(([item, step]) => [this.items.idOf(item), step]),
      values: [...style.values].map((value) => this.values.idOf(value)),
    };
  }
}

/** What the people of one side have beside facets and skills, by index in the input. */
export interface EncodedSide {
  readonly clock: number[];
  readonly bounds: (readonly number[])[];
  readonly styles: (StyleCode | null)[];
}

/** An encoded side without people. */
export const emptySide = (): EncodedSide => ({ clock: [], bounds: [], styles: [] });

/** Adds a person. @throws RangeError when the zone does not exist */
export function addPerson(
  side: EncodedSide,
  who: PersonProfile,
  facts: PersonFacts,
  clocks: Clocks,
  names: StyleNames,
): void {
  side.clock.push(clocks.idOf(who.timeZone));
  side.bounds.push(weekMinutes(who.windows));
  side.styles.push(names.codeOf(facts.style));
}
