import { computeMatch, type EngineInput, fromBatches, reportOf, runEngine, tableVersions } from '#engine';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '#scoring';
import { menteeOf, mentorOf } from '../../support/scoring-people.js';

const SKILLS = ['react', 'vue', 'sql', 'python', 'negotiation', 'leadership'];

function inputOf(mentees: number, mentors: number): EngineInput {
  const skill = (index: number): string => SKILLS[index % SKILLS.length]!;
  return {
    mentees: Array.from({ length: mentees }, (_, index) =>
      menteeOf({
        id: `e${index}`,
        personKey: `e${index}`,
        wants: [0, 1].map((more) => ({ skillId: skill(index + more), priority: 1 + (index % 3) })),
      }),
    ),
    mentors: Array.from({ length: mentors }, (_, index) =>
      mentorOf({
        id: `o${index}`,
        personKey: `o${index}`,
        capacity: 1 + (index % 2),
        skills: [0, 2].map((more) => ({ skillId: skill(index + more), level: 1 + (index % 5) })),
      }),
    ),
    context: {
      customSkills: [],
      goalNames: {},
      acquaintances: [],
      term: { from: '2027-01-04', weeks: 26 },
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
    },
    locks: [],
    forbidden: [],
    parameters: { objective: 'coverage', placeOrder: 'waited', minimumScore: 0, seed: 'seed' },
  };
}

describe('runEngine', () => {
  it('gives the bytes that the computation gives in the thread of its caller, and tells how far it is', async () => {
    const input = inputOf(60, 25);
    const told: number[] = [];
    const stages = new Set<string>();
    const outcome = await runEngine(input, {
      onProgress: (percent, stage) => {
        told.push(percent);
        stages.add(stage);
      },
    });
    const here = computeMatch(input, tableVersions());
    if (outcome.kind !== 'done' || !here.ok) throw new Error('There is no result.');
    expect(JSON.stringify(outcome.report)).toBe(JSON.stringify(reportOf(here.value)));
    expect(fromBatches(outcome.report.pairs)).toEqual(here.value.pairs);
    expect(outcome.report.leftOver.count).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect([...stages]).toEqual([
      'reading the input',
      'scoring pairs',
      'finding the best pairs',
      'checking the proof',
      'explaining',
    ]);
    expect(outcome.times.map(({ stage }) => stage)).toEqual([...stages]);
  });

  it('gives the same bytes with one thread and with two', async () => {
    const input = inputOf(2_100, 2_000);
    const [one, two] = [await runEngine(input, { threads: 1 }), await runEngine(input, { threads: 2 })].map(
      (outcome) => (outcome.kind === 'done' ? JSON.stringify(outcome.report) : outcome.kind),
    );
    expect(one === two).toBe(true);
    expect(one!.length).toBeGreaterThan(1_000_000);
  });

  it('ends within a second wherever it is when the signal aborts', async () => {
    const input = inputOf(4_000, 2_000);
    for (const afterMs of [0, 100, 500, 1_000]) {
      const stop = new AbortController();
      let aborted = Infinity;
      setTimeout(() => {
        aborted = performance.now();
        stop.abort();
      }, afterMs);
      const outcome = await runEngine(input, { threads: 2, signal: stop.signal });
      expect(outcome.kind).toMatch(/^(cancelled|done)$/);
      expect(performance.now() - aborted).toBeLessThan(1_000);
    }
    const before = new AbortController();
    before.abort();
    expect(await runEngine(input, { signal: before.signal })).toEqual({ kind: 'cancelled' });
  });

  it('says that memory was short, and leaves the process alive', async () => {
    const outcome = await runEngine(inputOf(6_000, 3_000), { memoryMb: 16 });
    expect(outcome).toEqual({ kind: 'out-of-memory', memoryMb: 16 });
  });

  it('names the lock that breaks a rule', async () => {
    const input = inputOf(3, 3);
    const foreign = mentorOf({ id: 'o0', personKey: 'o0', languages: [{ code: 'fi' }] });
    const outcome = await runEngine({
      ...input,
      mentors: [foreign, ...input.mentors.slice(1)],
      locks: [{ menteeId: 'e0', mentorId: 'o0' }],
    });
    expect(outcome).toMatchObject({
      kind: 'refused',
      faults: [{ code: 'lock-infeasible', menteeId: 'e0', mentorId: 'o0', rules: ['no-shared-language'] }],
    });
  });
});
