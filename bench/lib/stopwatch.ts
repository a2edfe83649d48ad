/** How long something took: by the clock on the wall, and by what this process was given of the processors. */
export interface Timing {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Runs some work and times it. */
export function timed<T>(work: () => T): { readonly value: T; readonly timing: Timing } {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const value = work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { value, timing: { ms, cpuMs: (user + system) / 1000 } };
}
