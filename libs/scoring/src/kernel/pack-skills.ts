import type { MenteeFacts, MentorFacts, WantFacts } from '../facts.js';
import { FULL_REACH } from '../facts.js';
import { BREADTH_FREE, depth, FULL_DEPTH } from '../features/skills.feature.js';
import type { Arena } from './arena.js';
import { Interner } from './interner.js';
import { packHelpers } from './pack-helpers.js';
import type { PackedHelpers, PackedSide, PackedSkills, PackedWanters } from './packed-people.js';
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

  pack(outOf: number, mentees: PackedSide, mentors: PackedSide, arena: Arena): PackedSkills {
    const offers = Array.from(mentors.order, (index) => this.offers[index] ?? []);
    const wants = Array.from(mentees.order, (index) => this.wants[index] ?? []);
    const denominator = arena.float64(mentees.count);
    const plain = arena.int32(mentees.count);
    wants.forEach((_list, position) => {
      const divisor = this.denominators[mentees.order[position] ?? 0] ?? 0;
      denominator[position] = divisor;
      plain[position] = divisor <= MOST_HELP ? 1 : 0;
    });
    return {
      outOf,
      wants: raggedOf(wants, arena),
      denominator,
      plain,
      intricate: raggedOf(
        positionsByBlock(mentees, (at) => plain[at] === 0),
        arena,
      ),
      helpers: this.helpers(offers, mentors, arena),
      wanters: this.wanters(wants, plain, mentees, arena),
      wantClasses: this.classes.length,
      offers: raggedOf(offers, arena),
      reach: raggedOf(this.reach(), arena),
      broad: raggedOf(
        positionsByBlock(mentors, (at) => (offers[at]?.length ?? 0) / 2 > BREADTH_FREE),
        arena,
      ),
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
  private helpers(offers: readonly (readonly number[])[], mentors: PackedSide, arena: Arena): PackedHelpers {
    const bySkill = this.mentorsBySkill(offers);
    const best = new Uint16Array(offers.length);
    const lists = this.classes.map(({ reach, currentLevel }) => {
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
      const people = Int32Array.from(touched).sort();
      const values = Uint16Array.from(people, (position) => best[position] ?? 0);
      for (const position of touched) best[position] = 0;
      return { people, values };
    });
    return packHelpers(lists, mentors, arena);
  }

  /** For each want class those who have it and are plain, with the weight. */
  private wanters(
    wants: readonly (readonly number[])[],
    plain: Int32Array,
    mentees: PackedSide,
    arena: Arena,
  ): PackedWanters {
    const lists = this.classes.map(() => ({ people: [] as number[], weights: [] as number[] }));
    wants.forEach((list, position) => {
      if (plain[position] !== 1) return;
      for (let k = 0; k < list.length; k += 2) {
        lists[list[k] ?? 0]?.people.push(position);
        lists[list[k] ?? 0]?.weights.push(list[k + 1] ?? 0);
      }
    });
    const { start, people } = peopleOf(
      lists.map((list) => list.people),
      mentees,
      arena,
    );
    const weights = arena.uint16(people.length);
    const blocks = mentees.blockStart.length - 1;
    lists.forEach((list, id) => {
      weights.set(list.weights, start[id * blocks]);
    });
    return { start, people, weights };
  }

  private mentorsBySkill(offers: readonly (readonly number[])[]): number[][] {
    const lists = Array.from({ length: this.skills.size }, (): number[] => []);
    offers.forEach((list, position) => {
      for (let k = 0; k < list.length; k += 2) lists[list[k] ?? 0]?.push(position, list[k + 1] ?? 0);
    });
    return lists;
  }
}

/** The most help that fits into 32 bits. */
const MOST_HELP = 2 ** 31 - 1;

/** Lists of people one after the other, and where those of each block start. */
function peopleOf(
  lists: readonly ArrayLike<number>[],
  { block, blockStart }: PackedSide,
  arena: Arena,
): { start: Int32Array; people: Int32Array } {
  const blocks = blockStart.length - 1;
  const start = arena.int32(lists.length * blocks + 1);
  let length = 0;
  lists.forEach((list, id) => {
    let next = id * blocks;
    for (let k = 0; k < list.length; k += 1) {
      const own = id * blocks + (block[list[k] ?? 0] ?? 0);
      for (; next <= own; next += 1) start[next] = length + k;
    }
    length += list.length;
    for (; next < (id + 1) * blocks; next += 1) start[next] = length;
  });
  start[lists.length * blocks] = length;
  const people = arena.int32(length);
  lists.forEach((list, id) => {
    people.set(list, start[id * blocks]);
  });
  return { start, people };
}

/** Positions of some people, by block. */
function positionsByBlock(
  { count, blockStart }: PackedSide,
  chosen: (position: number) => boolean,
): number[][] {
  const positions = Array.from({ length: count }, (_, at) => at).filter(chosen);
  return Array.from({ length: blockStart.length - 1 }, (_, block) =>
    positions.filter((at) => at >= (blockStart[block] ?? 0) && at < (blockStart[block + 1] ?? 0)),
  );
}
