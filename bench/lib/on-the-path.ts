import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every program of this name on the PATH, in its order. */
export function programsNamed(name: string): string[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .filter((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** The path of a source file below `bench`, seen from the compiled files. */
export function benchSource(path: string): string {
  return fileURLToPath(new URL(`../../../bench/${path}`, import.meta.url));
}
