import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { MatchingProfiles, ProfileQueries, type PublicProfileView } from '#profiles';
import { ownParticipation, type ProgramActor, ProgramSkills } from '#programs';
import {
  contextOf,
  INFEASIBLE,
  type MenteeProfile,
  type MentorProfile,
  rankMentors,
  reasonsForParticipant,
  scorePair,
  type ScoringContext,
  strengthOf,
  type StrengthScale,
} from '#scoring';
import type { Taxonomy } from '#skills';
import { Injectable } from '@nestjs/common';
import { MentorUnknownError } from '../matching.errors.js';
import { PeopleRepository } from '../persistence/people.repository.js';
import { freePlacesOf, withStanding } from '../persistence/person.mapper.js';
import type { PersonRow } from '../persistence/person.rows.js';
import type { DirectoryFilter, DirectoryMentor, DirectoryMentorDetail, MentorStatus } from './mentor.view.js';
import { rationaleOf } from './publish-run.js';
import { RankingSettings } from './ranking-settings.js';

/** A mentee who reads, and how pairs are scored for them. */
interface Reader {
  readonly mentee: MenteeProfile;
  readonly context: ScoringContext;
  readonly scale: StrengthScale | null;
}

interface Candidate {
  readonly row: PersonRow;
  readonly mentor: MentorProfile;
}

/** A mentor with the place in the list: higher first, then by id. */
interface Placed extends Candidate {
  readonly score: number;
}

/** Rules that would tell a mentee something private: these mentors are simply not there. */
const HIDDEN: readonly string[] = ['self', 'blocked'];

/** The mentors of a program: ranked with reasons for a mentee, by id for everybody else. */
@Injectable()
export class MentorDirectory {
  constructor(
    private readonly people: PeopleRepository,
    private readonly matching: MatchingProfiles,
    private readonly profiles: ProfileQueries,
    private readonly skills: ProgramSkills,
    private readonly ranking: RankingSettings,
  ) {}

  /**
   * Mentors who can be asked, best first. A search by name also finds those who are full or pause; who is not approved,
   * not informed about privacy, ruled out or blocked is not there.
   */
  async list(
    actor: ProgramActor,
    filter: DirectoryFilter,
    page: PageRequest,
  ): Promise<Page<DirectoryMentor>> {
    const { programId } = actor;
    const search = filter.search?.trim().toLowerCase() ?? '';
    const reader = await this.readerOf(actor);
    const candidates = await this.candidates(programId, search !== '');
    const placed = place(candidates, reader);
    const first = placed[0]?.mentor.id;
    const shown = await this.narrow(programId, placed, search, filter.skill);
    const from = placeAfter(shown, page.cursor);
    const cut = toPage(shown.slice(from, from + page.limit + 1), page.limit, ({ mentor }) =>
      encodeCursor([shown.findIndex((one) => one.mentor.id === mentor.id) + 1, mentor.id]),
    );
    const views = await this.profiles.listPublic(
      programId,
      cut.items.map(({ mentor }) => mentor.id),
    );
    return {
      items: cut.items.flatMap((one) => {
        const profile = views.get(one.mentor.id);
        if (profile === undefined) return [];
        return [
          { ...this.describe(one, profile, reader), closest: reader !== null && one.mentor.id === first },
        ];
      }),
      nextCursor: cut.nextCursor,
    };
  }

  /** One mentor, with the reasons or what is in the way. @throws MentorUnknownError */
  async get(participationId: string, actor: ProgramActor): Promise<DirectoryMentorDetail> {
    const { programId } = actor;
    const [row] = await this.people.load({ programId, role: 'mentor', participationIds: [participationId] });
    const profile = (await this.profiles.listPublic(programId, [participationId])).get(participationId);
    const { mentors } = await this.matching.load(programId, {
      participationIds: [participationId],
      includePaused: true,
    });
    const [mentor] = mentors;
    if (row === undefined || profile === undefined || mentor === undefined) throw new MentorUnknownError();
    const reader = await this.readerOf(actor);
    const pair =
      reader === null ? null : scorePair(reader.mentee, { ...mentor, paused: false }, reader.context);
    const against = pair === null || pair.feasible ? [] : pair.reasons;
    if (against.some((rule) => HIDDEN.includes(rule))) throw new MentorUnknownError();
    const placed = { row, mentor, score: pair?.feasible === true ? pair.score : INFEASIBLE };
    return {
      ...this.describe(placed, profile, reader),
      closest: false,
      obstacles: reasonsForParticipant(against),
    };
  }

  private async readerOf(actor: ProgramActor): Promise<Reader | null> {
    const own = ownParticipation(actor, 'mentee');
    if (own === null) return null;
    const one = { participationIds: [own.id] };
    const { mentees } = await this.matching.load(actor.programId, { ...one, includePaused: true });
    const [row] = await this.people.load({ programId: actor.programId, ...one });
    const [mentee] = mentees;
    if (mentee === undefined || row === undefined) return null;
    const { context, scale } = await this.ranking.load(actor.programId);
    // Somebody who pauses may look around as before.
    return { mentee: { ...withStanding(mentee, row), paused: false }, context: contextOf(context), scale };
  }

  private async candidates(programId: string, everybody: boolean): Promise<Candidate[]> {
    const rows = await this.people.load({ programId, role: 'mentor' });
    const wanted = rows.filter((row) => everybody || statusOf(row, false) === 'open');
    const { mentors } = await this.matching.load(programId, {
      participationIds: wanted.map(({ id }) => id),
      includePaused: everybody,
    });
    const byId = new Map(mentors.map((mentor) => [mentor.id, mentor]));
    return wanted.flatMap((row) => {
      const mentor = byId.get(row.id);
      // The pause decides what can be asked, not whether the two suit.
      return mentor === undefined ? [] : [{ row, mentor: everybody ? { ...mentor, paused: false } : mentor }];
    });
  }

  private async narrow(
    programId: string,
    placed: readonly Placed[],
    search: string,
    skill: string | undefined,
  ): Promise<readonly Placed[]> {
    const taxonomy = await this.skills.loadTaxonomy(programId);
    const bySkill =
      skill === undefined || skill.trim() === ''
        ? placed
        : offering(placed, taxonomy, taxonomy.resolve(skill));
    if (search === '') return bySkill;
    const views = await this.profiles.listPublic(
      programId,
      bySkill.map(({ mentor }) => mentor.id),
    );
    return bySkill.filter(({ row, mentor }) => {
      const profile = views.get(mentor.id);
      if (profile === undefined) return false;
      if (profile.name.toLowerCase().includes(search)) return true;
      if (statusOf(row, false) !== 'open') return false;
      return [profile.headline, profile.organisation ?? '', ...profile.skills.map(({ name }) => name)].some(
        (text) => text.toLowerCase().includes(search),
      );
    });
  }

  private describe(
    { row, mentor, score }: Placed,
    profile: PublicProfileView,
    reader: Reader | null,
  ): Omit<DirectoryMentor, 'closest'> {
    const pair =
      reader === null ? null : scorePair(reader.mentee, { ...mentor, paused: false }, reader.context);
    return {
      profile,
      freePlaces: freePlacesOf(row),
      status: statusOf(row, mentor.paused === true),
      reasons: pair?.feasible === true ? rationaleOf(pair.contributions).forMentee : [],
      strength: reader === null || score === INFEASIBLE ? null : strengthOf(score, reader.scale),
    };
  }
}

function place(candidates: readonly Candidate[], reader: Reader | null): readonly Placed[] {
  if (reader === null)
    return candidates
      .map((one) => ({ ...one, score: 0 }))
      .sort((a, b) => (a.mentor.id < b.mentor.id ? -1 : 1));
  const mentors = candidates.map(({ mentor }) => mentor);
  const rows = new Map(candidates.map(({ row, mentor }) => [mentor.id, row]));
  return rankMentors(reader.mentee, mentors, reader.context).flatMap(({ mentor, score }) => {
    const row = rows.get(mentor.id);
    return row === undefined ? [] : [{ row, mentor, score }];
  });
}

/**
 * Where the next page begins: behind the mentor whom the cursor names, or at the same place when that one is gone. The
 * score that orders the list stays out of the cursor, because anybody can read one.
 */
function placeAfter(shown: readonly Placed[], cursor: string | null): number {
  const [count, id] = decodeCursor(cursor, ['integer', 'id']) ?? [0, ''];
  const at = shown.findIndex((one) => one.mentor.id === id);
  return at === -1 ? Math.max(0, count) : at + 1;
}

function statusOf(row: PersonRow, away: boolean): MentorStatus {
  if (row.state === 'paused' || away) return 'paused';
  return freePlacesOf(row) === 0 ? 'full' : 'open';
}

/** Those who offer a skill or a relative of it; nobody when there is no such skill. */
function offering(placed: readonly Placed[], taxonomy: Taxonomy, skillId: string | null): readonly Placed[] {
  if (skillId === null) return [];
  const wanted = new Set([skillId, ...taxonomy.neighbours(skillId).map(({ id }) => id)]);
  return placed.filter(({ mentor }) =>
    mentor.skills.some((offered) => wanted.has(taxonomy.get(offered.skillId)?.id ?? offered.skillId)),
  );
}
