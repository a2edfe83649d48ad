import type { ProgramSettings } from '#programs';
import type { Taxonomy } from '#skills';
import { type MentorTable, Standing } from './mentor-table.js';
import type { DirectoryFilter, MentorStatus } from './mentor.view.js';

/** What a filter depends on beside the mentors. */
export interface FilterContext {
  readonly settings: ProgramSettings;
  readonly taxonomy: Taxonomy;
  /** Whoever is away beyond this instant (ms) counts as pausing. */
  readonly awayLimit: number;
}

/** Mentors by place, 1 for those in the list. */
export interface FilteredMentors {
  /** Who can be asked, in the list or not. */
  readonly askable: Uint8Array;
  readonly shown: Uint8Array;
}

/** Whether others may see a mentor: takes part, and is informed about privacy. @param standing bits of `Standing` */
export function isShown(
  standing: number,
  { organisationInformsPeople }: Pick<ProgramSettings, 'organisationInformsPeople'>,
): boolean {
  const informed = organisationInformsPeople || (standing & Standing.confirmed) !== 0;
  return informed && (standing & Standing.live) !== 0;
}

/** Whether a mentor can be asked at present; who is away for long counts as pausing. */
export function statusOf(
  { standing, awayUntil }: MentorTable,
  place: number,
  { awayLimit }: Pick<FilterContext, 'awayLimit'>,
): MentorStatus {
  const bits = standing[place] ?? 0;
  if ((bits & Standing.paused) !== 0 || (awayUntil[place] ?? 0) > awayLimit) return 'paused';
  return (bits & Standing.free) === 0 ? 'full' : 'open';
}

/** Without a search: who can be asked. A search looks at everybody, and finds by name also who is full or pauses. */
export function filterMentors(
  table: MentorTable,
  filter: DirectoryFilter,
  context: FilterContext,
): FilteredMentors {
  const search = filter.search?.trim().toLowerCase() ?? '';
  const askable = candidatesOf(table, false, context);
  const candidates = search === '' ? askable : candidatesOf(table, true, context);
  const tests = [bySkill(table, filter.skill, context.taxonomy), bySearch(table, search, context)];
  const wanted = tests.filter((test) => test !== null);
  if (wanted.length === 0) return { askable, shown: candidates };
  const shown = new Uint8Array(candidates.length);
  for (let place = 0; place < shown.length; place += 1)
    if (candidates[place] === 1 && wanted.every((test) => test(place))) shown[place] = 1;
  return { askable, shown };
}

/** The same as `isShown`, and without `everybody` as `statusOf`, in a loop that is quick. */
function candidatesOf(
  { standing, awayUntil }: MentorTable,
  everybody: boolean,
  { settings, awayLimit }: FilterContext,
): Uint8Array {
  const informed = settings.organisationInformsPeople ? 0 : Standing.confirmed;
  const needed = Standing.live | informed | (everybody ? 0 : Standing.free);
  const looked = needed | (everybody ? 0 : Standing.paused);
  const candidates = new Uint8Array(standing.length);
  for (let place = 0; place < standing.length; place += 1) {
    if (((standing[place] ?? 0) & looked) !== needed) continue;
    if (everybody || (awayUntil[place] ?? 0) <= awayLimit) candidates[place] = 1;
  }
  return candidates;
}

type Test = (place: number) => boolean;

/** Those who offer a skill or a relative of it; nobody when there is no such skill. */
function bySkill({ pack, slots }: MentorTable, skill: string | undefined, taxonomy: Taxonomy): Test | null {
  if (skill === undefined || skill.trim() === '') return null;
  const id = taxonomy.resolve(skill);
  if (id === null) return () => false;
  const wanted = new Set([id, ...taxonomy.neighbours(id).map((relative) => relative.id)]);
  const offering = pack.offering((offered) => wanted.has(taxonomy.get(offered)?.id ?? offered));
  return (place) => offering[slots[place] ?? -1] === 1;
}

function bySearch(table: MentorTable, search: string, context: FilterContext): Test | null {
  if (search === '') return null;
  const { taxonomy } = context;
  const names = table.names.find(search);
  const texts = table.texts.find(search);
  const offering = table.pack.offering((offered) =>
    (taxonomy.get(offered)?.name ?? offered).toLowerCase().includes(search),
  );
  return (place) =>
    names[place] === 1 ||
    ((texts[place] === 1 || offering[table.slots[place] ?? -1] === 1) &&
      statusOf(table, place, context) === 'open');
}
