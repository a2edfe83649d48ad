import fc from 'fast-check';
import { indexed, type IndexedMentor } from './indexed-mentor.js';
import { MentorTable, Standing } from './mentor-table.js';

const SKILLS = ['react', 'sql', 'python'];

function mentor(id: string, skills: readonly string[]): IndexedMentor {
  const facts = {
    mentor: {
      id,
      personKey: id,
      name: 'Grace',
      languages: [],
      timeZone: 'UTC',
      windows: [],
      yearsExperience: null,
      organisation: null,
      department: null,
      attributes: {},
      skills: skills.map((skillId) => ({ skillId, level: 3 })),
      goals: [],
      capacity: 2,
      vetoes: [],
    },
    state: 'active',
    confirmed: true,
    awayUntil: null,
    headline: 'Compilers',
  } as const;
  return indexed(facts, 1);
}

describe('the table of mentors', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    skills: fc.option(fc.subarray(SKILLS)),
  });

  it('is ordered by id and knows what is said of each, whatever is put and removed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const table = new MentorTable();
        const known = new Map<string, readonly string[]>();
        for (const { id, skills } of steps) {
          if (skills === null) table.remove(id);
          else table.put(mentor(id, skills));
          if (skills === null) known.delete(id);
          else known.set(id, skills);
        }
        const ids = [...known.keys()].sort();
        expect(table.all.map((one) => one.mentor.id)).toEqual(ids);
        for (const id of ['a', 'c', 'f']) {
          expect(table.placeOf(id)).toBe(ids.indexOf(id));
          expect(table.find(id)?.mentor.id ?? null).toBe(known.has(id) ? id : null);
        }
        for (const skill of SKILLS) {
          const offering = table.pack.offering((offered) => offered === skill);
          expect(ids.filter((_, place) => offering[table.slots[place]!] === 1)).toEqual(
            ids.filter((id) => known.get(id)?.includes(skill)),
          );
        }
        expect(table.standing).toEqual(ids.map(() => Standing.live | Standing.confirmed | Standing.free));
        for (const id of ids) table.remove(id);
        expect(table.bytes).toBe(0);
        expect([table.slots, table.awayUntil, table.standing]).toEqual([[], [], []]);
      }),
    );
  });
});
