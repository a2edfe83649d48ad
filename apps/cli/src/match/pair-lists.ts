import type { PairOfIds } from '#assignment';
import type { MatchOptions } from './match-options.js';
import type { MatchSettings } from './match-settings.js';
import { compareText, type People } from './profiles.js';
import { readEarlierPairs, readPairList } from './read-pair-list.js';

/** The lists of pairs among the settings, in one order whatever the order of the rows. */
export async function readPairSettings(
  options: MatchOptions,
  people: People,
): Promise<Pick<MatchSettings, 'locks' | 'forbidden' | 'published'>> {
  const { published } = options;
  return {
    locks: inOrder(await readPairList(options.locks, people)),
    forbidden: inOrder(await readPairList(options.forbid, people)),
    ...(published === null
      ? {}
      : {
          published: {
            pairs: inOrder(await readEarlierPairs(published.path, people)),
            penalty: published.penalty,
          },
        }),
  };
}

/** The people with what they asked for: of one mentee the first row is the first wish. */
export function withWishes(people: People, wishes: readonly PairOfIds[]): People {
  const ofMentee = new Map<string, string[]>();
  for (const { menteeId, mentorId } of wishes)
    ofMentee.set(menteeId, [...(ofMentee.get(menteeId) ?? []), mentorId]);
  return {
    ...people,
    mentees: people.mentees.map((mentee) => ({ ...mentee, wishes: ofMentee.get(mentee.id) ?? [] })),
  };
}

function inOrder(pairs: readonly PairOfIds[]): PairOfIds[] {
  return [...pairs].sort(
    (a, b) => compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId),
  );
}
