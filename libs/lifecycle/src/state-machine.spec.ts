import { StateMachine } from './state-machine.js';
import type { MachineDefinition } from './state-machine.js';

type Light = 'off' | 'on' | 'broken';
type Switch = 'press' | 'hit';

const LAMP: MachineDefinition<Light, Switch> = {
  name: 'lamp',
  initial: ['off'],
  final: ['broken'],
  table: { off: { press: 'on' }, on: { press: 'off', hit: 'broken' }, broken: {} },
};

describe('StateMachine', () => {
  it('reads stored states and refuses unknown ones', () => {
    const lamp = new StateMachine(LAMP);
    expect(lamp.stateOf('on')).toBe('on');
    expect(() => lamp.stateOf('dim')).toThrow('A lamp has no state "dim".');
    expect(() => lamp.stateOf('constructor')).toThrow(RangeError);
  });

  it.each<[string, Partial<MachineDefinition<Light, Switch>>]>([
    ['broken can never be reached', { table: { ...LAMP.table, on: { press: 'off' } } }],
    ['broken have no way out but are not stated as final', { final: [] }],
    ['on are stated as final but have a way out', { final: ['broken', 'on'] }],
    ['dim are not in the table', { initial: ['off', 'dim' as Light] }],
  ])('refuses a table in which %s', (problem, change) => {
    expect(() => new StateMachine({ ...LAMP, ...change })).toThrow(`lamp: ${problem}.`);
  });
});
