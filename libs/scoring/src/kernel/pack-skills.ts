import type { MenteeFacts, MentorFacts, WantFacts } from '../facts.js';
import { FULL_REACH } from '../facts.js';
import { BREADTH_FREE, depth, FULL_DEPTH } from '../features/skills.feature.js';
import type { Arena } from './arena.js';
import { Interner } from './interner.js';
import type { PackedSkills } from './packed-people.js';
import { raggedOf } from './ragged.js';

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

  pack(outOf: number, menteeOrder: Int32Array, mentorOrder: Int32Array, arena: Arena): PackedSkills {
    const offers = Array.from(mentorOrder, (index) => this.offers[index] ?? []);
    const broad = offers.flatMap((list, position) => (list.length / 2 > BREADTH_FREE ? [position] : []));
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
      ...this.helpers(offers, arena),
      offers: raggedOf(offers, arena),
      reach: raggedOf(this.reach(), arena),
      broad: arena.int32From(broad),
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
    arena: Arena,
  ): Pick<PackedSkills, 'helpers' | 'helpValues'> {
    const bySkill = this.mentorsBySkill(offers);
    const best = new Uint16Array(offers.length);
    const found: Int32Array[] = [];
    const values: Uint16Array[] = [];
    for (const { reach, currentLevel } of this.classes) {
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
      found.push(sorted);
      values.push(Uint16Array.from(sorted, (position) => best[position] ?? 0));
      for (const position of touched) best[position] = 0;
    }
    const helpers = raggedOf(found, arena);
    const helpValues = arena.uint16(helpers.values.length);
    values.forEach((list, index) => {
      helpValues.set(list, helpers.start[index]);
    });
    return { helpers, helpValues };
  }

  private mentorsBySkill(offers: readonly (readonly number[])[]): number[][] {
    const lists = Array.from({ length: this.skills.size }, (): number[] => []);
    offers.forEach((list, position) => {
      for (let k = 0; k < list.length; k += 2) lists[list[k] ?? 0]?.push(position, list[k + 1] ?? 0);
    });
    return lists;
  }
}
