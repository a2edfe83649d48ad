import { fail, ok } from '#kernel';
import type { Result } from '#kernel';

/** For each state the events that leave it and the state they lead to; a state may lead to itself. */
export type TransitionTable<State extends string, Event extends string> = {
  readonly [From in State]: { readonly [What in Event]?: State };
};

/** What a machine is made of. */
export interface MachineDefinition<State extends string, Event extends string> {
  /** The noun that it describes, as messages name it. */
  readonly name: string;
  /** States in which something may come into being. */
  readonly initial: readonly State[];
  /** States that nothing leaves. They are stated, so that a forgotten arrow is noticed. */
  readonly final: readonly State[];
  readonly table: TransitionTable<State, Event>;
}

/** An event that the present state does not allow. */
export interface RefusedTransition<State extends string, Event extends string> {
  readonly machine: string;
  readonly state: State;
  readonly event: Event;
  /** What would be allowed instead; empty in a final state. */
  readonly allowed: readonly Event[];
}

/** A state machine over a table. It holds no state itself: it answers questions about states. */
export class StateMachine<State extends string, Event extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly initialStates: readonly State[];
  readonly finalStates: readonly State[];
  private readonly table: ReadonlyMap<string, ReadonlyMap<string, State>>;

  /** @throws RangeError when a state can't be reached, or the final states are not those that nothing leaves */
  constructor(definition: MachineDefinition<State, Event>) {
    this.name = definition.name;
    this.initialStates = definition.initial;
    this.finalStates = definition.final;
    const rows = Object.entries(definition.table) as [State, Readonly<Record<string, State>>][];
    this.states = rows.map(([state]) => state);
    this.table = new Map(rows.map(([state, row]) => [state, new Map(Object.entries(row))]));
    this.validate();
  }

  /** The state to which an event leads, or the refusal. */
  transition(state: State, event: Event): Result<State, RefusedTransition<State, Event>> {
    const next = this.table.get(state)?.get(event);
    if (next !== undefined) return ok(next);
    return fail({ machine: this.name, state, event, allowed: this.eventsFrom(state) });
  }

  /** Whether an event is allowed in a state. */
  can(state: State, event: Event): boolean {
    return this.transition(state, event).ok;
  }

  /** The events that a state allows. */
  eventsFrom(state: State): readonly Event[] {
    return [...(this.table.get(state)?.keys() ?? [])] as Event[];
  }

  /** The states that allow an event: what a conditional update asks for (`WHERE state IN …`). */
  sourcesOf(event: Event): readonly State[] {
    return this.states.filter((state) => this.can(state, event));
  }

  /** Whether nothing leaves a state. */
  isFinal(state: State): boolean {
    return this.finalStates.includes(state);
  }

  /**
   * Reads a state that was stored as text.
   *
   * @throws RangeError when the machine has no such state
   */
  stateOf(text: string): State {
    const state = this.states.find((known) => known === text);
    if (state === undefined) throw new RangeError(`A ${this.name} has no state "${text}".`);
    return state;
  }

  private validate(): void {
    const reached = new Set<State>(this.initialStates);
    for (const state of reached) for (const next of this.table.get(state)?.values() ?? []) reached.add(next);
    const unreached = this.states.filter((state) => !reached.has(state));
    const unknown = [...reached].filter((state) => !this.states.includes(state));
    const stuck = this.states.filter((state) => this.eventsFrom(state).length === 0);
    const unstated = stuck.filter((state) => !this.isFinal(state));
    const left = this.finalStates.filter((state) => !stuck.includes(state));
    this.refuse('can never be reached', unreached);
    this.refuse('are not in the table', unknown);
    this.refuse('have no way out but are not stated as final', unstated);
    this.refuse('are stated as final but have a way out', left);
  }

  private refuse(problem: string, states: readonly State[]): void {
    if (states.length > 0) throw new RangeError(`${this.name}: ${states.join(', ')} ${problem}.`);
  }
}
