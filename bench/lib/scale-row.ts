import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScaleSize } from './scale-size.js';

/** What one process measures. */
export interface ScaleTask extends ScaleSize {
  readonly threads: number;
  /** Most memory for the heap of a thread, in MB. */
  readonly memoryMb: number;
  readonly seed: string;
}

/** What one size said: times in milliseconds, memory in megabytes. */
export interface ScaleRow {
  readonly instance: string;
  readonly mentees: number;
  readonly mentors: number;
  readonly places: number;
  readonly threads: number;
  readonly feasible_share: number;
  readonly pairs: number;
  readonly total: number;
  /** Bound of the certificate minus the value: 0 when the optimum is proven. */
  readonly gap: number | null;
  readonly pairs_checked: number | null;
  readonly verified: boolean;
  /** Each stage of the engine, in its order. */
  readonly stages: Readonly<Record<string, number>>;
  /** From profiles to the certified, verified, explained result. */
  readonly total_ms: number;
  readonly cpu_ms: number;
  /** What the process held before: the profiles, and Node itself. */
  readonly people_mb: number;
  /** The most that the process held, threads included. */
  readonly peak_mb: number;
}

/** Measures one size in a process of its own. */
export async function measureSize(task: ScaleTask): Promise<ScaleRow> {
  const script = fileURLToPath(new URL('../scale-child.js', import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.removeListener('exit', stop);
  if (code !== 0) throw new Error(`Measuring ${task.name} ended with exit code ${code ?? 'of a signal'}.`);
  return JSON.parse(text) as ScaleRow;
}
