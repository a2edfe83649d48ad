import { instantiate, wasmMemory } from '#kernel';
import { CODE } from '../generated/score.js';
import type { ScoreModule } from './score-module.js';

type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array;

interface Kind<View extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, at: number, length: number): View;
  new (length: number): View;
}

/** Part of a room: where it starts, in bytes, and, once the room is open, what is there. */
export interface Part<View extends Numbers> {
  readonly at: number;
  readonly view: View;
}

/** Bytes at the end of each part that functions may touch, and of which its start is a multiple. */
const SPARE = 64;
const ALIGNED = 16;

/** Memory of a `ScoreModule`: parts are asked for first, then it opens. */
export class Room {
  private bytes = 0;
  private readonly waiting: ((buffer: ArrayBufferLike) => void)[] = [];
  private opened: ScoreModule | null = null;

  /** A part for so many numbers, all 0. */
  part<View extends Numbers>(kind: Kind<View>, length: number, values?: ArrayLike<number>): Part<View> {
    const part = { at: this.bytes, view: new kind(0) };
    this.bytes += ALIGNED * Math.ceil((length * kind.BYTES_PER_ELEMENT + SPARE) / ALIGNED);
    this.waiting.push((buffer) => {
      part.view = new kind(buffer, part.at, length);
      if (values !== undefined) part.view.set(values);
    });
    return part;
  }

  /** A part that starts with these numbers. */
  copy<View extends Numbers>(kind: Kind<View>, values: ArrayLike<number>): Part<View> {
    return this.part(kind, values.length, values);
  }

  /** Takes the memory; no part can be asked for afterwards. */
  open(): void {
    const memory = wasmMemory(this.bytes);
    for (const fill of this.waiting) fill(memory.buffer);
    this.waiting.length = 0;
    const functions: object = instantiate(CODE, memory);
    this.opened = functions as ScoreModule;
  }

  /** The functions that work on an open room. */
  get module(): ScoreModule {
    if (this.opened === null) throw new Error('The room is not open yet.');
    return this.opened;
  }
}
