import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What the product says of itself when it is ready. */
export interface Ready {
  readonly api: string;
  readonly mail: string;
  readonly smtpPort: number;
  readonly home: string;
}

/** How a run is started; `env` comes on top of free ports and the line of JSON. */
export interface ProductOptions {
  readonly home: string;
  readonly env?: Record<string, string>;
  readonly uid?: number;
  readonly gid?: number;
}

/** One run of `npm start`, in a process group of its own as a terminal gives it one. */
export class Product {
  /** Everything that it printed. */
  output = '';
  /** The exit code; -1 after a kill. */
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;

  constructor({ home, env = {}, uid, gid }: ProductOptions) {
    this.child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
      cwd: root,
      detached: true,
      env: {
        PATH: process.env['PATH'],
        RAPPORT_HOME: home,
        PORT: '0',
        RAPPORT_READY_JSON: '1',
        RAPPORT_DEMO: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code) => {
        resolve(code ?? -1);
      });
    });
  }

  /** Waits until it is ready. */
  async ready(): Promise<Ready> {
    return JSON.parse(await this.waitFor(/^\{.*\}$/m)) as Ready;
  }

  /** Waits until it has printed something, and hands it back. */
  async waitFor(pattern: RegExp): Promise<string> {
    let code: number | undefined;
    void this.ended.then((ended) => (code = ended));
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found[0];
      if (code !== undefined) throw new Error(`It ended with exit code ${code}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Sends a signal to the whole group, as a terminal does with Ctrl-C, and waits for the exit code. */
  signal(name: NodeJS.Signals): Promise<number> {
    try {
      process.kill(-this.child.pid!, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    return this.ended;
  }
}

/** An empty folder for a data home, below a folder of the system for temporary files. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rapport-product-'));
}

/** Deletes a data home and, where root had to put the database elsewhere, that too. */
export function removeHome(home: string): void {
  const pointer = join(home, 'postgres/location');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

/** The folder of a home's database. */
export function clusterFolder(home: string): string {
  const pointer = join(home, 'postgres/location');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(home, 'postgres');
}

/** Address of the running database of a home. */
export function databaseUrl(home: string): string {
  const folder = clusterFolder(home);
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const port = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://rapport:${password}@127.0.0.1:${port}/rapport`;
}

/** What a run left behind that it should not have: lock, running database. */
export function leftBehind(home: string): string[] {
  return [join(home, 'lock'), join(clusterFolder(home), 'data/postmaster.pid')].filter((path) =>
    existsSync(path),
  );
}
