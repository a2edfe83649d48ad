import { readFile } from 'node:fs/promises';
import { BadInputError } from '../cli-error.js';
import { errorCode, errorMessage } from '../error-text.js';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'you are not allowed to',
};

/** The bytes of an input file, or a sentence on why there are none. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new BadInputError([`${path} can't be read: ${reasonOf(error)}.`]);
  }
}

/** A JSON object from a file; a byte order mark is no fault. */
export async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>>> {
  const value = await readJson(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInputError([`${path} must hold one JSON object, like {"skills": 35}.`]);
  }
  return { ...value };
}

/** Any JSON from a file; a byte order mark is no fault. */
export async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readInput(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInputError([`${path} is not JSON: ${errorMessage(error)}`]);
  }
}

/** Why the system refused a file, in words where we have them. */
export function reasonOf(error: unknown): string {
  return SENTENCES[errorCode(error)] ?? errorMessage(error);
}
