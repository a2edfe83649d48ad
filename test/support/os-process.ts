import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The programs of an installation as separate processes. */
const PROGRAMS = {
  api: 'dist/apps/api/src/main.js',
  worker: 'dist/apps/worker/src/main.js',
  migrate: 'dist/apps/migrate/src/main.js',
} as const;

/** One of our programs, built, running as a process of its own. */
export class OsProcess {
  /** Everything that it printed. */
  output = '';
  /** Exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private readonly child: ChildProcess;
  private over = false;

  /** @param env its whole environment beside PATH */
  constructor(program: keyof typeof PROGRAMS, env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [join(root, PROGRAMS[program])], {
      cwd: root,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code, signal) => {
        this.over = true;
        resolve(code ?? signal ?? 'SIGKILL');
      });
    });
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Ends it at once, as a crash does, and waits until it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end in order; how it ended and after how many milliseconds. */
  async terminate(): Promise<{ ended: number | NodeJS.Signals; ms: number }> {
    const before = performance.now();
    this.child.kill('SIGTERM');
    const ended = await this.ended;
    return { ended, ms: performance.now() - before };
  }
}
