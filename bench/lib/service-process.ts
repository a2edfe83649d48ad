import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');

/** One of our programs, built, running as a process of its own. */
export class ServiceProcess {
  output = '';
  private readonly child: ChildProcess;
  private readonly end: Promise<unknown>;

  /** @param env its whole environment beside PATH */
  constructor(program: 'api' | 'worker', env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [join(ROOT, `dist/apps/${program}/src/main.js`)], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.end = once(this.child, 'exit');
  }

  /** Most memory that it had resident so far, in MB; null where the system does not tell. */
  peakMemoryMb(): number | null {
    const path = `/proc/${this.child.pid ?? 0}/status`;
    if (!existsSync(path)) return null;
    const kilobytes = /VmHWM:\s+(\d+)/u.exec(readFileSync(path, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  }

  /** Processor time that it was given so far, in ms; null where the system does not tell. */
  processorMs(): number | null {
    const path = `/proc/${this.child.pid ?? 0}/stat`;
    if (!existsSync(path)) return null;
    // Behind the name in brackets: the 12th and 13th field, in hundredths of a second.
    const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return 10 * (Number(fields[11]) + Number(fields[12]));
  }

  /** Ends it in order, at once after some seconds. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await Promise.race([this.end, sleep(10_000)]);
    this.child.kill('SIGKILL');
    await this.end;
  }
}
