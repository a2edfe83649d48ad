import type { Instance } from './instance.js';

/** One solved instance: how long it took and what came out. */
export interface Run {
  readonly ms: number;
  readonly cpuMs: number;
  readonly pairs: number;
  readonly total: number;
}

/** A solver that has an instance in memory and solves it as often as it is told to. */
export interface Contestant {
  readonly name: string;
  readonly version: string;
  /** What it took to bring the instance into the solver's own form; no part of a run. */
  readonly buildMs: number;
  /** @throws TookTooLong when the run was ended at the limit */
  run(): Promise<Run>;
  close(): void;
}

/** An instance as contestants get it: in memory, and in a file for other processes. */
export interface Given {
  readonly instance: Instance;
  readonly file: string;
  /** No run may take longer. */
  readonly limitSeconds: number;
}

/** Another solver to compare ours with. */
export interface Peer {
  readonly name: string;
  /** What to install when it is missing, as a sentence; null when it is here. */
  readonly missing: string | null;
  /** @returns null for instances that this peer is not tried on */
  prepare(given: Given): Promise<Contestant | null>;
}

/** A run that did not end within the limit. */
export class TookTooLong extends Error {
  constructor(readonly seconds: number) {
    super(`It took more than ${seconds} s.`);
  }
}
