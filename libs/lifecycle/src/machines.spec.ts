import fc from 'fast-check';
import { cohortMachine } from './cohort.machine.js';
import { deliveryMachine } from './delivery.machine.js';
import { mailingMachine } from './mailing.machine.js';
import { importMachine } from './import.machine.js';
import { matchRunMachine } from './match-run.machine.js';
import { mentorshipMachine } from './mentorship.machine.js';
import { participationMachine } from './participation.machine.js';
import { requestMachine } from './request.machine.js';
import { sessionMachine } from './session.machine.js';
import type { StateMachine } from './state-machine.js';

type AnyMachine = StateMachine<string, string>;

/** A machine, its arrows written out a second time (`from event to`), and its final states. */
const MACHINES: readonly [AnyMachine, string, string][] = [
  [
    participationMachine,
    `invited apply applied | invited join active | invited decline declined | applied approve approved
     | applied decline declined | applied leave left | approved activate active | approved pause paused
     | approved leave left | active pause paused | active leave left | paused resume active | paused leave left
     | left invite invited | left apply applied | declined invite invited | declined apply applied`,
    '',
  ],
  [
    requestMachine,
    `draft queue queued | draft withdraw withdrawn | draft supersede superseded | queued advance pending
     | queued hold awaiting_admin | queued decline declined | queued withdraw withdrawn | queued expire expired
     | queued supersede superseded | awaiting_admin approve pending | awaiting_admin decline declined
     | awaiting_admin withdraw withdrawn | awaiting_admin expire expired | awaiting_admin supersede superseded
     | pending ask_more pending | pending answer pending | pending accept accepted | pending decline declined
     | pending withdraw withdrawn | pending expire expired | pending supersede superseded`,
    'accepted declined withdrawn expired superseded',
  ],
  [
    cohortMachine,
    `draft open open | draft cancel cancelled | open close closed | open cancel cancelled | closed reopen open
     | closed match matching | closed cancel cancelled | matching match matching | matching reopen open
     | matching publish published | matching cancel cancelled | published publish published
     | published withdraw matching | published rematch published | running rematch running | published start running | published cancel cancelled | running publish running
     | running complete completed | running cancel cancelled`,
    'completed cancelled',
  ],
  [
    matchRunMachine,
    `queued start running | queued fail failed | queued cancel cancelled | running restart running | running hand_back queued
     | running succeed succeeded | running fail failed | running cancel cancelled`,
    'succeeded failed cancelled',
  ],
  [
    mentorshipMachine,
    `proposed activate active | proposed decline ended | proposed end ended | active pause paused
     | active release ended | active complete completed | active end ended | paused resume active
     | paused release ended | paused complete completed | paused end ended`,
    'completed ended',
  ],
  [
    sessionMachine,
    `proposed counter countered | proposed accept scheduled | proposed cancel cancelled | proposed expire expired
     | countered counter proposed | countered accept scheduled | countered cancel cancelled
     | countered expire expired | scheduled move scheduled | scheduled cancel cancelled
     | scheduled complete completed | scheduled miss did_not_happen | scheduled expire expired
     | completed dispute disputed | did_not_happen dispute disputed | disputed complete completed
     | disputed miss did_not_happen`,
    'cancelled expired',
  ],
  [
    deliveryMachine,
    `pending claim claimed | pending suppress suppressed | pending drop dropped | pending expire expired
     | claimed reclaim claimed | claimed release pending | claimed send sent | claimed fail failed
     | claimed suppress suppressed | claimed drop dropped | claimed expire expired | failed retry pending
     | suppressed retry pending | expired retry pending`,
    'sent dropped',
  ],
  [
    mailingMachine,
    `draft send scheduled | draft cancel cancelled | scheduled begin sending | scheduled cancel cancelled
     | sending continue sending | sending finish sent | sending cancel cancelled`,
    'sent cancelled',
  ],
  [
    importMachine,
    'receiving preview previewed | previewed apply applying | applying resume applying | applying finish applied | applying fail failed | failed apply applying',
    'applied',
  ],
];

describe.each(MACHINES.map(([machine, arrows, final]) => ({ name: machine.name, machine, arrows, final })))(
  'the $name machine',
  ({ machine, arrows, final }) => {
    const allowed = arrows.split('|').map((arrow) => arrow.trim().split(/\s+/));
    const events = [...new Set(allowed.map(([, event]) => event!)), 'constructor', '__proto__'];
    const key = (from: string, event: string): string => `${from} ${event}`;
    const known = new Map(allowed.map(([from, event, to]) => [key(from!, event!), to!]));

    it.each(allowed)('%s, %s: %s', (from, event, to) => {
      expect(machine.transition(from, event)).toEqual({ ok: true, value: to });
      expect(machine.can(from, event)).toBe(true);
      expect(machine.sourcesOf(event)).toContain(from);
    });

    it('refuses everything else, and says what would be allowed', () => {
      fc.assert(
        fc.property(fc.constantFrom(...machine.states), fc.constantFrom(...events), (state, event) => {
          const result = machine.transition(state, event);
          const to = known.get(key(state, event));
          expect(result.ok).toBe(to !== undefined);
          if (!result.ok) {
            const instead = machine.eventsFrom(state);
            expect(result.error).toEqual({ machine: machine.name, state, event, allowed: instead });
            expect(instead.every((other) => known.has(key(state, other)))).toBe(true);
          }
        }),
      );
    });

    it('never leaves its states, and no refused event moves it', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...machine.initialStates),
          fc.array(fc.constantFrom(...events), { maxLength: 30 }),
          (start, happened) => {
            let state = start;
            for (const event of happened) {
              const result = machine.transition(state, event);
              const next = result.ok ? result.value : result.error.state;
              expect(next).toBe(known.get(key(state, event)) ?? state);
              expect(machine.states).toContain(next);
              state = next;
            }
          },
        ),
      );
    });

    it('reaches every state, and ends where it says', () => {
      const reached = new Set(machine.initialStates);
      for (const state of reached) for (const [from, , to] of allowed) if (from === state) reached.add(to!);
      expect([...reached].sort()).toEqual([...machine.states].sort());
      expect(machine.finalStates).toEqual(final === '' ? [] : final.split(' '));
      expect(machine.states.filter((state) => machine.isFinal(state)).sort()).toEqual(
        machine.states.filter((state) => machine.eventsFrom(state).length === 0).sort(),
      );
    });
  },
);
