import { canonicalJson } from '#kernel';
import { createHash } from 'node:crypto';
import type { MatchSettings } from './match-settings.js';
import type { People } from './profiles.js';

/** Versions of the tables that a score depends on. */
export interface TableVersions {
  readonly taxonomy: string;
  /** The IANA zone data of the runtime. */
  readonly zoneData: string;
}

/** The versions in use. */
export function tableVersions(people: People): TableVersions {
  return { taxonomy: people.taxonomy.version, zoneData: process.versions['tz'] ?? 'unknown' };
}

/** SHA-256 over the people, the settings and the versions; the order of rows and the file format don't matter. */
export function inputHash(people: People, settings: MatchSettings, versions: TableVersions): string {
  const { mentors, mentees } = people;
  return createHash('sha256').update(canonicalJson({ mentors, mentees, settings, versions })).digest('hex');
}
