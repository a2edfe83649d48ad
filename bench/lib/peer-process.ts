import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Contestant, Run } from './contestant.js';
import { TookTooLong } from './contestant.js';

/** How to start a program that solves one instance again and again, a line of JSON for each line that it gets. */
export interface PeerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly limitSeconds: number;
}

/** Starts such a program and waits until it has read its instance. */
export async function startPeerProcess(what: PeerCommand): Promise<Contestant> {
  const { name, command, args, limitSeconds } = what;
  const child = spawn(command, args, { env: what.env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let failure: Error | null = null;
  child.on('error', (error) => (failure = error));
  child.stdin.on('error', (error) => (failure = error));
  const close = (): void => void child.kill('SIGKILL');
  process.once('exit', close);

  const answer = async (): Promise<Readonly<Record<string, unknown>>> => {
    const limit = AbortSignal.timeout(limitSeconds * 1000);
    limit.addEventListener('abort', close);
    const line = await lines.next();
    limit.removeEventListener('abort', close);
    if (limit.aborted && line.done === true) throw new TookTooLong(limitSeconds);
    if (line.done === true) throw failure ?? new Error(`${name} ended before it had answered.`);
    return JSON.parse(line.value) as Readonly<Record<string, unknown>>;
  };

  const ready = await answer();
  return {
    name,
    version: String(ready['version']),
    buildMs: Number(ready['build_ms']),
    run: async (): Promise<Run> => {
      child.stdin.write('run\n');
      const { ms, cpu_ms: cpuMs, pairs, total } = await answer();
      return { ms: Number(ms), cpuMs: Number(cpuMs), pairs: Number(pairs), total: Number(total) };
    },
    close: () => {
      process.removeListener('exit', close);
      close();
    },
  };
}
