import { ProgramSkills } from '#programs';
import type { Taxonomy } from '#skills';
import { Injectable } from '@nestjs/common';
import { ImportRepository } from '../persistence/import.repository.js';
import type { RowDifference } from '../persistence/import.rows.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import type { PersonRecord } from '../persistence/roster.rows.js';
import { comparePerson } from './compare-person.js';
import { toProfile } from './import-profile.js';
import { MissingPeople, roleOf } from './missing-people.js';

const PEOPLE_AT_ONCE = 500;

/** Notes for each row of a list what applying it would do; nobody is touched. */
@Injectable()
export class CompareRoster {
  constructor(
    private readonly imports: ImportRepository,
    private readonly rows: RosterRepository,
    private readonly skills: ProgramSkills,
    private readonly missing: MissingPeople,
  ) {}

  /** In the caller's transaction; some hundred people at a time are in memory. */
  async execute(programId: string, importId: string): Promise<void> {
    const list = await this.imports.lock(programId, importId);
    const role = roleOf(list.kind);
    const taxonomy = await this.skills.loadTaxonomy(programId);
    for (let after = 0; ;) {
      const people = await this.rows.loadPeople(importId, after, PEOPLE_AT_ONCE);
      if (people.length > 0)
        await this.rows.saveDifferences(importId, await this.compare(programId, role, people, taxonomy));
      after = people.at(-1)?.row ?? after;
      if (people.length < PEOPLE_AT_ONCE) break;
    }
    const paused = list.full_list ? await this.missing.count(list) : null;
    await this.rows.markPreviewed(importId, { ...(await this.rows.countDifferences(importId)), paused });
  }

  private async compare(
    programId: string,
    role: 'mentor' | 'mentee',
    people: readonly PersonRecord[],
    taxonomy: Taxonomy,
  ): Promise<RowDifference[]> {
    const emails = people.map(({ data }) => data.email);
    const known = new Map(
      (await this.rows.loadKnown(programId, role, emails)).map((person) => [person.email, person]),
    );
    const owners = await this.rows.loadOwners(
      programId,
      role,
      people.map(({ data }) => data.id),
    );
    return people.map(({ row, data }) => {
      const person = known.get(data.email);
      const profile = toProfile(person?.participationId ?? '', role, data, skillIdsOf(data, taxonomy));
      const owner = owners.get(data.id);
      const taken = owner !== undefined && owner !== person?.participationId;
      return { row, ...comparePerson(person, taken ? { ...profile, externalId: null } : profile) };
    });
  }
}

/** Ids of the skills of a row; one that would be new to the program goes by its text. */
function skillIdsOf(data: PersonRecord['data'], taxonomy: Taxonomy): ReadonlyMap<string, readonly string[]> {
  const skills = 'skillsOffered' in data ? data.skillsOffered : data.skillsWanted;
  return new Map(
    skills.map(({ tag }) => {
      const ids = taxonomy.resolveAll(tag);
      return [tag, ids.length > 0 ? ids : [tag]];
    }),
  );
}
