import type { MenteeFacts, MentorFacts, WantFacts } from '../facts.js';
import { FULL_REACH } from '../facts.js';
import { BREADTH_FREE, depth, FULL_DEPTH } from '../features/skills.feature.js';
import type { Arena } from './arena.js';
import { Interner } from './interner.js';
import type { PackedSide, PackedSkills } from './packed-people.js';
import { raggedOf } from './ragged.js';

const HALF = 16;

/** A wanted skill together with the level that the mentee has in it. */
interface WantClass {
  readonly reach: ReadonlyMap<string, number>;
  readonly currentLevel: number;
}

/** Gathers what everybody wants and offers, person by person. */
export class SkillsEncoder {
  private readonly classIds = new Interner();
  private readonly classes: WantClass[] = [];
  private readonly skills = new Interner();
  private readonly wants: number[][] = [];
  private readonly denominators: number[] = [];
  private readonly offers: number[][] = [];

  addMentee({ wants, wantedWeight }: MenteeFacts): void {
    this.wants.push(wants.flatMap((want) => [this.classOf(want), want.weight]));
    this.denominators.push(wantedWeight * FULL_REACH * FULL_DEPTH);
  }

  addMentor({ skills }: MentorFacts): void {
    this.offers.push([...skills].flatMap(([skillId, level]) => [this.skills.idOf(skillId), level]));
  }

  /** How many skills a mentee wants, by index in the input. */
  wantsOf(index: number): number {
    return (this.wants[index]?.length ?? 0) / 2;
  }

  pack(outOf: number, menteeOrder: Int32Array, mentors: PackedSide, arena: Arena): PackedSkills {
    const offers = Array.from(mentors.order, (index) => this.offers[index] ?? []);
    const denominator = arena.float64(menteeOrder.length);
    menteeOrder.forEach((index, position) => {
      denominator[position] = this.denominators[index] ?? 0;
    });
    return {
      outOf,
      wants: raggedOf(
        Array.from(menteeOrder, (index) => this.wants[index] ?? []),
        arena,
      ),
      denominator,
      ...this.helpers(offers, mentors, arena),
      wantClasses: this.classes.length,
      offers: raggedOf(offers, arena),
      reach: raggedOf(this.reach(), arena),
      broad: raggedOf(broadByClock(offers, mentors), arena),
    };
  }

  private classOf({ skillId, currentLevel, reach }: WantFacts): number {
    const id = this.classIds.idOf(`${currentLevel} ${skillId}`);
    if (id === this.classes.length) this.classes.push({ reach, currentLevel });
    return id;
  }

  private reach(): number[][] {
    const lists = Array.from({ length: this.skills.size }, (): number[] => []);
    this.classes.forEach(({ reach, currentLevel }, id) => {
      for (const [skillId, permille] of reach) {
        const skill = this.skills.find(skillId);
        if (skill !== undefined) lists[skill]?.push(id, permille, currentLevel);
      }
    });
    return lists;
  }

  /** For each want class everybody who helps, with the best that they can do. */
  private helpers(
    offers: readonly (readonly number[])[],
    { clock, clockStart }: PackedSide,
    arena: Arena,
  ): Pick<PackedSkills, 'helpers' | 'helperStart'> {
    const bySkill = this.mentorsBySkill(offers);
    const best = new Uint16Array(offers.length);
    const clocks = clockStart.length - 1;
    const helperStart = arena.int32(this.classes.length * (clocks + 1) + 1);
    const found: Int32Array[] = [];
    let length = 0;
    this.classes.forEach(({ reach, currentLevel }, id) => {
      const touched: number[] = [];
      for (const [skillId, permille] of reach) {
        const list = bySkill[this.skills.find(skillId) ?? -1] ?? [];
        for (let k = 0; k < list.length; k += 2) {
          const position = list[k] ?? 0;
          const value = permille * depth(list[k + 1] ?? 0, currentLevel);
          const known = best[position] ?? 0;
          if (value <= known) continue;
          if (known === 0) touched.push(position);
          best[position] = value;
        }
      }
      const sorted = Int32Array.from(touched).sort();
      const starts = helperStart.subarray(id * (clocks + 1), (id + 1) * (clocks + 1));
      starts.fill(length + sorted.length);
      let next = 0;
      sorted.forEach((position, k) => {
        const own = clock[position] ?? 0;
        for (; next <= own; next += 1) starts[next] = length + k;
        sorted[k] = ((position - (clockStart[own] ?? 0)) << HALF) | (best[position] ?? 0);
        best[position] = 0;
      });
      found.push(sorted);
      length += sorted.length;
    });
    const helpers = arena.int32(length);
    found.forEach((list, id) => {
      helpers.set(list, helperStart[id * (clocks + 1)]);
    });
    return { helpers, helperStart };
  }

  private mentorsBySkill(offers: readonly (readonly number[])[]): number[][] {
    const lists = Array.from({ length: this.skills.size }, (): number[] => []);
    offers.forEach((list, position) => {
      for (let k = 0; k < list.length; k += 2) lists[list[k] ?? 0]?.push(position, list[k + 1] ?? 0);
    });
    return lists;
  }
}

/** Positions of those who offer more than is free. */
function broadByClock(offers: readonly (readonly number[])[], { clockStart }: PackedSide): number[][] {
  return Array.from({ length: clockStart.length - 1 }, (_, clock) => {
    const [from, to] = [clockStart[clock] ?? 0, clockStart[clock + 1] ?? 0];
    return offers.slice(from, to).flatMap((list, k) => (list.length / 2 > BREADTH_FREE ? [from + k] : []));
  });
}
