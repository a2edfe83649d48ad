import { INSTANCE_NAMES, instanceOf } from './catalogue.js';
import { feasibleShare, placesOf, transposed, type Instance } from './instance.js';

function made(name: string): Instance {
  const instance = instanceOf(name, '1');
  if (instance === null) throw new Error(`There is no instance "${name}".`);
  return instance;
}

describe('the instances of the comparison', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(instanceOf('40x20', '1')).toEqual(instanceOf('40x20', '1'));
    expect(instanceOf('40x20', '2')?.scores).not.toEqual(instanceOf('40x20', '1')?.scores);
  });

  it('look like a cohort', () => {
    const instance = made('1000x500');
    expect(feasibleShare(instance)).toBeGreaterThan(0.55);
    expect(feasibleShare(instance)).toBeLessThan(0.61);
    expect(instance.scores.every((score) => score <= 10_000)).toBe(true);
    expect([...new Set(instance.capacity)].sort()).toEqual([1, 2, 3, 4]);
    expect(placesOf(instance)).toBeGreaterThan(1000);
  });

  it('have fewer places than mentees where the mentors are few', () => {
    expect(placesOf(made('500x200'))).toBe(490);
  });

  it('allow some of the mentees a few mentors alone', () => {
    const { scores } = made('100x100-restricted');
    expect(scores.slice(3, 100).every((score) => score === -1)).toBe(true);
    expect(scores.slice(1003, 1100).some((score) => score >= 0)).toBe(true);
  });

  it('have one mentee too many where everybody wants the same mentors', () => {
    const instance = made('201x100-contested');
    expect(placesOf(instance)).toBe(200);
    expect(feasibleShare(instance)).toBe(1);
  });

  it('can be read by column', () => {
    const instance = made('70x130');
    const columns = transposed(instance);
    for (const [i, j] of [
      [0, 0],
      [69, 129],
      [65, 1],
    ] as const)
      expect(columns[j * 70 + i]).toBe(instance.scores[i * 130 + j]);
  });

  it('are known by name alone', () => {
    expect(INSTANCE_NAMES).toContain('10001x5000-contested');
    expect(['', '0x5', '5', '5x5-easy', '5x5x5'].map((name) => instanceOf(name, '1'))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
