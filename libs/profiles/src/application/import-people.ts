import { FindOrCreateAccounts } from '#accounts';
import { Outbox } from '#outbox';
import { EnrolPeople, ProgramSkills } from '#programs';
import type { MenteeRow, MentorRow } from '#roster';
import { Injectable } from '@nestjs/common';
import { toProfile } from './import-profile.js';
import { UpsertProfiles } from './upsert-profiles.js';

/** How an import changed a program. */
export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  /** People who were paused for having been missing and are active again. */
  readonly returned?: number;
  /** People who were paused because they are missing. */
  readonly paused?: number;
}

/** Brings the good rows of a list of people in: accounts (never changed), participations, skills and profiles. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly accounts: FindOrCreateAccounts,
    private readonly enrol: EnrolPeople,
    private readonly skills: ProgramSkills,
    private readonly profiles: UpsertProfiles,
    private readonly outbox: Outbox,
  ) {}

  /** Runs in the caller's transaction: all of it, or nothing. */
  async execute(
    programId: string,
    role: 'mentor' | 'mentee',
    rows: readonly (MentorRow | MenteeRow)[],
    { holdMails }: { readonly holdMails: boolean },
  ): Promise<ImportCounts> {
    const accounts = await this.accounts.execute(
      rows.map(({ email, name, timeZone }) => ({ email, name, timeZone })),
    );
    const enrolled = await this.enrol.execute(programId, role, [...accounts.values()]);
    const tags = rows.flatMap((row) =>
      ('skillsOffered' in row ? row.skillsOffered : row.skillsWanted).map((skill) => skill.tag),
    );
    const skillIds = await this.skills.resolve(programId, tags);
    const profiles = rows.flatMap((row) => {
      const person = enrolled.get(accounts.get(row.email) ?? '');
      // Somebody who left or declined is not brought back by a list.
      const takesPart = person !== undefined && person.state !== 'left' && person.state !== 'declined';
      return takesPart ? [toProfile(person.participationId, role, row, skillIds)] : [];
    });
    const { created, updated } = await this.profiles.execute(programId, profiles);
    const fresh = [...enrolled.values()].filter((person) => person.created && !holdMails);
    await this.outbox.append(
      ...fresh.map(({ participationId }) => ({
        type: 'participation.imported.v1' as const,
        payload: { participationId },
        programId,
        subjectId: participationId,
        dedupeKey: `participation-imported-${participationId}`,
      })),
    );
    const returned = [...enrolled.values()].filter((person) => person.returned).length;
    return { created, updated, returned };
  }
}
