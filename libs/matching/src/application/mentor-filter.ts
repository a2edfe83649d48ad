import { countsAsAway } from '#profiles';
import { LIVE_STATES, type ProgramSettings } from '#programs';
import type { Taxonomy } from '#skills';
import type { IndexedMentor } from './indexed-mentor.js';
import { TEXT_END } from './indexed-mentor.js';
import type { MentorTable } from './mentor-table.js';
import type { DirectoryFilter, MentorStatus } from './mentor.view.js';

/** What a filter depends on beside the mentors. */
export interface FilterContext {
  readonly settings: ProgramSettings;
  readonly taxonomy: Taxonomy;
  /** Instant in ms. */
  readonly now: number;
}

/** Mentors by place, 1 for those in the list. */
export interface FilteredMentors {
  /** Of whom the search chooses. */
  readonly candidates: Uint8Array;
  readonly shown: Uint8Array;
}

/** Whether others may see a mentor: takes part, and is informed about privacy. */
export function isShown({ state, confirmed }: IndexedMentor, settings: ProgramSettings): boolean {
  return (confirmed || settings.organisationInformsPeople) && LIVE_STATES.includes(state);
}

/** Whether a mentor can be asked at present. @param away counts like a pause */
export function statusOf({ state, freePlaces }: IndexedMentor, away: boolean): MentorStatus {
  if (state === 'paused' || away) return 'paused';
  return freePlaces === 0 ? 'full' : 'open';
}

/** Without a search: who can be asked. A search looks at everybody, and finds by name also who is full or pauses. */
export function filterMentors(
  table: MentorTable,
  filter: DirectoryFilter,
  { settings, taxonomy, now }: FilterContext,
): FilteredMentors {
  const search = filter.search?.trim().toLowerCase() ?? '';
  const isCandidate = (one: IndexedMentor): boolean =>
    isShown(one, settings) &&
    (search !== '' || statusOf(one, countsAsAway(one.awayUntil, settings, now)) === 'open');
  const tests = [bySkill(table, filter.skill, taxonomy), bySearch(table, search, taxonomy)];
  const wanted = tests.filter((test) => test !== null);
  const candidates = new Uint8Array(table.all.length);
  const shown = new Uint8Array(table.all.length);
  table.all.forEach((one, place) => {
    if (!isCandidate(one)) return;
    candidates[place] = 1;
    if (wanted.every((test) => test(one))) shown[place] = 1;
  });
  return { candidates, shown };
}

type Test = (one: IndexedMentor) => boolean;

/** Those who offer a skill or a relative of it; nobody when there is no such skill. */
function bySkill(table: MentorTable, skill: string | undefined, taxonomy: Taxonomy): Test | null {
  if (skill === undefined || skill.trim() === '') return null;
  const id = taxonomy.resolve(skill);
  if (id === null) return () => false;
  const wanted = new Set([id, ...taxonomy.neighbours(id).map((relative) => relative.id)]);
  const offering = table.whoOffers((offered) => wanted.has(taxonomy.get(offered)?.id ?? offered));
  return ({ mentor }) => offering.has(mentor.id);
}

function bySearch(table: MentorTable, search: string, taxonomy: Taxonomy): Test | null {
  if (search === '') return null;
  if (search.includes(TEXT_END)) return () => false;
  const offering = table.whoOffers((offered) =>
    (taxonomy.get(offered)?.name ?? offered).toLowerCase().includes(search),
  );
  return (one) =>
    one.name.includes(search) ||
    (statusOf(one, false) === 'open' && (one.text.includes(search) || offering.has(one.mentor.id)));
}
