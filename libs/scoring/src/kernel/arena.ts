/** Hands out the buffers of a pack; by default plain ones, or shared ones for a second thread. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Typed arrays over buffers that somebody else may choose. */
export class Arena {
  constructor(private readonly allocate: Allocate = (bytes) => new ArrayBuffer(bytes)) {}

  int32(length: number): Int32Array {
    return new Int32Array(this.allocate(4 * length));
  }

  uint8(length: number): Uint8Array {
    return new Uint8Array(this.allocate(length));
  }

  uint16(length: number): Uint16Array {
    return new Uint16Array(this.allocate(2 * length));
  }

  float64(length: number): Float64Array {
    return new Float64Array(this.allocate(8 * length));
  }

  int32From(values: ArrayLike<number>): Int32Array {
    const made = this.int32(values.length);
    made.set(values);
    return made;
  }

  uint16From(values: ArrayLike<number>): Uint16Array {
    const made = this.uint16(values.length);
    made.set(values);
    return made;
  }
}
