/** A computation asked for more memory than it may take. */
export class OutOfMemoryError extends Error {
  constructor(readonly memoryMb: number) {
    super(`The computation needs more than ${memoryMb} MB.`);
    this.name = 'OutOfMemoryError';
  }
}

const BYTES_IN_MB = 2 ** 20;

/** Counts buffers that grow with the cohort: they are outside of the heap whose size Node bounds. */
export class MemoryBudget {
  private taken = 0;

  constructor(private readonly memoryMb: number) {}

  /** A buffer that several threads see. @throws OutOfMemoryError */
  readonly allocate = (bytes: number): SharedArrayBuffer => {
    this.taken += bytes;
    if (this.taken > this.memoryMb * BYTES_IN_MB) throw new OutOfMemoryError(this.memoryMb);
    return new SharedArrayBuffer(bytes);
  };
}
