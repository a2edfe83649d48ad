// Starts `npm start` in a temporary home on free ports, and ends it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 180_000;

/** A run of the product; `ready` has its addresses, `stop()` ends it and deletes its home. */
export async function startProduct({ onLine }) {
  const home = mkdtempSync(join(tmpdir(), 'rapport-smoke-'));
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Everybody signs in from one address here, which the limit would take for an attack.
    env: {
      ...process.env,
      RAPPORT_HOME: home,
      PORT: '0',
      RAPPORT_READY_JSON: '1',
      AUTH_ATTEMPTS_PER_QUARTER_HOUR: '1000',
    },
  });
  let output = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGINT');
    await ended;
    const elsewhere = join(home, 'postgres/location');
    if (existsSync(elsewhere))
      rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The product was not ready in time:\n${output}`)),
      START_TIMEOUT_MS,
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        onLine(String(chunk));
        const line = /^\{.*\}$/m.exec(output);
        if (line !== null) {
          clearTimeout(timer);
          resolve(JSON.parse(line[0]));
        }
      });
    }
    void ended.then((code) => reject(new Error(`The product ended with exit code ${code}:\n${output}`)));
  });
  try {
    return { ready: await ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
