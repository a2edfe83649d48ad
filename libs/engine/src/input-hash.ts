import { createHash, type Hash } from 'node:crypto';
import type { PairOfIds } from '#assignment';
import { canonicalJson } from '#kernel';
import type { EngineInput, TableVersions } from './engine-input.js';

/**
 * SHA-256 (hex) of everything that a result depends on. The order of lists of people and of pairs does not matter, nor
 * the order of the keys of an object. People are hashed one by one, so that the whole is never one text.
 */
export function inputHash(input: EngineInput, versions: TableVersions): string {
  const { mentees, mentors, locks, forbidden, published, context, parameters } = input;
  const { customSkills, acquaintances, ...settings } = context;
  const hash = createHash('sha256');
  add(hash, 'settings', [{ ...settings, ...parameters, versions }]);
  add(hash, 'mentees', byId(mentees));
  add(hash, 'mentors', byId(mentors));
  add(hash, 'skills', byId(customSkills));
  add(hash, 'acquaintances', byPair(acquaintances));
  add(hash, 'locks', byPair(locks));
  add(hash, 'forbidden', byPair(forbidden));
  // Without a say these pairs have no part in the hash, which stays what it was before there were any.
  if (published !== undefined && published.penalty > 0)
    add(hash, 'published', [published.penalty, ...byPair(published.pairs)]);
  return hash.digest('hex');
}

function add(hash: Hash, name: string, items: readonly unknown[]): void {
  hash.update(`${name} ${items.length}\n`);
  for (const item of items) hash.update(`${canonicalJson(item)}\n`);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function byPair<P extends PairOfIds>(pairs: readonly P[]): P[] {
  const key = ({ menteeId, mentorId }: P): string => `${menteeId} ${mentorId}`;
  return [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
