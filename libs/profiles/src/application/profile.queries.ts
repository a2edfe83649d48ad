import { NotAllowedError, NotFoundError } from '#http';
import {
  isAdmin,
  isVisible,
  ownParticipation,
  ParticipationQueries,
  type ProgramActor,
  ProgramQueries,
  type ProgramSettings,
  ProgramSkills,
} from '#programs';
import type { Taxonomy } from '#skills';
import { Injectable } from '@nestjs/common';
import { toFullProfile, toPublicProfile } from '../persistence/profile.mapper.js';
import { ProfileRepository } from '../persistence/profile.repository.js';
import { ProfileMissingError } from '../profiles.errors.js';
import type { FullProfileView, ProfileRole, PublicProfileView } from './profile.view.js';

/** What a public profile depends on beside the person. */
export interface ProgramWords {
  readonly settings: Pick<ProgramSettings, 'organisationInformsPeople'>;
  readonly taxonomy: Taxonomy;
}

/** Reads profiles; who may see what is decided here. */
@Injectable()
export class ProfileQueries {
  constructor(
    private readonly rows: ProfileRepository,
    private readonly participations: ParticipationQueries,
    private readonly programs: ProgramQueries,
    private readonly skills: ProgramSkills,
  ) {}

  /** Everything on a profile, or null while there is none. `own` adds the answers that are the person's alone. */
  async findFull(programId: string, participationId: string, own: boolean): Promise<FullProfileView | null> {
    const [row] = await this.rows.findRows(programId, [participationId]);
    if (row === undefined) return null;
    const [skills, taxonomy] = await Promise.all([
      this.rows.findSkills([row.id]),
      this.skills.loadTaxonomy(programId),
    ]);
    return toFullProfile(row, skills.get(row.id) ?? [], taxonomy, own);
  }

  /** The actor's own participation in a role, in any state; @throws NotFoundError */
  ownId(role: ProfileRole, actor: ProgramActor): string {
    const own = actor.participations.find((each) => each.role === role);
    if (own === undefined) throw new NotFoundError(`Your part as a ${role}`);
    return own.id;
  }

  /** The actor's own profile in a role; @throws NotFoundError without such a part, ProfileMissingError */
  async getOwn(role: ProfileRole, actor: ProgramActor): Promise<FullProfileView> {
    const profile = await this.findFull(actor.programId, this.ownId(role, actor), true);
    if (profile === null) throw new ProfileMissingError();
    return profile;
  }

  /**
   * A profile as the actor may see it: in full for the person and for admins, the public part for mentors and mentees.
   *
   * @throws NotFoundError for another program's, for applicants and for those who have not confirmed the privacy notice
   */
  async getForViewer(
    participationId: string,
    actor: ProgramActor,
  ): Promise<FullProfileView | PublicProfileView> {
    const subject = await this.participations.getById(actor.programId, participationId);
    const own = subject.accountId === actor.accountId;
    if (!own && !isAdmin(actor)) return this.getPublic(participationId, actor);
    const profile = await this.findFull(actor.programId, participationId, own);
    if (profile === null) throw new ProfileMissingError();
    return profile;
  }

  /**
   * Profiles that others may see, by participation id; the rest is left out.
   *
   * @param words the program's settings and skills as they are now, when the caller has read them
   */
  async listPublic(
    programId: string,
    participationIds: readonly string[],
    words?: ProgramWords,
  ): Promise<ReadonlyMap<string, PublicProfileView>> {
    const [found, { settings, taxonomy }] = await Promise.all([
      this.rows.findShown(programId, participationIds),
      words ?? this.wordsOf(programId),
    ]);
    return new Map(
      found
        .filter((row) =>
          isVisible({ state: row.state, privacyConfirmedAt: row.privacy_confirmed_at }, settings),
        )
        .map((row) => [row.participation_id, toPublicProfile(row, row.skills, taxonomy)]),
    );
  }

  private async getPublic(participationId: string, actor: ProgramActor): Promise<PublicProfileView> {
    const person = ownParticipation(actor, 'mentee') ?? ownParticipation(actor, 'mentor');
    if (person === null) throw new NotAllowedError();
    const shown = await this.listPublic(actor.programId, [participationId]);
    const profile = shown.get(participationId);
    if (profile === undefined) throw new NotFoundError('This person');
    return profile;
  }

  private async wordsOf(programId: string): Promise<ProgramWords> {
    const [{ settings }, taxonomy] = await Promise.all([
      this.programs.getById(programId),
      this.skills.loadTaxonomy(programId),
    ]);
    return { settings, taxonomy };
  }
}
