import { decodeCursor, encodeCursor } from '#http';
import { Clock, type Page, type PageRequest, toPage } from '#kernel';
import { awayLimit, listedMentor, MatchingProfiles, ProfileFields, ProfileQueries } from '#profiles';
import { ownParticipation, type ProgramActor } from '#programs';
import {
  INFEASIBLE,
  type MenteeProfile,
  reasonsForParticipant,
  scorePair,
  type ScoringContext,
  strengthOf,
  type StrengthScale,
} from '#scoring';
import { Injectable } from '@nestjs/common';
import { MentorUnknownError } from '../matching.errors.js';
import type { IndexedMentor } from './indexed-mentor.js';
import { RankingRepository } from '../persistence/ranking.repository.js';
import { contextFor, type RankingMentee, rankingMenteeOf } from './ranking-mentee.js';
import { filterMentors, isShown, statusOf } from './mentor-filter.js';
import { MentorIndex } from './mentor-index.js';
import { MentorOrder } from './mentor-order.js';
import type { MentorTable } from './mentor-table.js';
import type { DirectoryFilter, DirectoryMentor, DirectoryMentorDetail, MentorStatus } from './mentor.view.js';
import { rationaleOf } from './rationale.js';
import { type Ranking, RankingSettings } from './ranking-settings.js';

/** A mentee who reads, and how pairs are scored for them. */
interface Reader {
  readonly mentee: MenteeProfile;
  readonly context: ScoringContext;
  readonly scale: StrengthScale | null;
}

/** Everything that one answer is made of. */
interface Scene {
  readonly table: MentorTable;
  readonly ranking: Ranking;
  readonly reader: Reader | null;
}

/** Rules that would tell a mentee something private: these mentors are simply not there. */
const HIDDEN: readonly string[] = ['self', 'blocked'];

/** The mentors of a program: ranked with reasons for a mentee, by id for everybody else. */
@Injectable()
export class MentorDirectory {
  constructor(
    private readonly clock: Clock,
    private readonly index: MentorIndex,
    private readonly settings: RankingSettings,
    private readonly sources: RankingRepository,
    private readonly people: MatchingProfiles,
    private readonly profiles: ProfileQueries,
    private readonly fields: ProfileFields,
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
    const { table, ranking, reader } = await this.sceneFor(actor);
    const context = { ...ranking, awayLimit: awayLimit(ranking, this.clock.now().getTime()) };
    const { askable, shown } = filterMentors(table, filter, context);
    const scores = scoresOf(table, reader);
    const order = new MentorOrder(scores, shown);
    const from = placeAfter(order, table, page.cursor);
    const { first } = askable === shown ? order : new MentorOrder(scores, askable);
    const places = order.slice(from, from + page.limit + 1);
    const found = places.flatMap((place, at) => {
      const one = table.all[place];
      return one === undefined
        ? []
        : [
            {
              one,
              at: from + at + 1,
              status: statusOf(table, place, context),
              closest: reader !== null && place === first,
            },
          ];
    });
    const cut = toPage(found, page.limit, ({ one, at }) => encodeCursor([at, one.mentor.id]));
    return {
      items: cut.items.map(({ one, status, closest }) => ({
        profile: listedMentor(one, ranking.taxonomy),
        ...describe(one, status, reader),
        closest,
      })),
      nextCursor: cut.nextCursor,
    };
  }

  /** One mentor, with the reasons or what is in the way. @throws MentorUnknownError */
  async get(participationId: string, actor: ProgramActor): Promise<DirectoryMentorDetail> {
    const { table, ranking, reader } = await this.sceneFor(actor);
    const { settings } = ranking;
    const place = table.placeOf(participationId);
    const one = table.all[place];
    if (one === undefined || !isShown(table.standing[place] ?? 0, settings)) throw new MentorUnknownError();
    const status = statusOf(table, place, { awayLimit: awayLimit(ranking, this.clock.now().getTime()) });
    const profile = (await this.profiles.listPublic(actor.programId, [participationId], ranking)).get(
      participationId,
    );
    if (profile === undefined) throw new MentorUnknownError();
    const pair = reader === null ? null : scorePair(reader.mentee, one.mentor, reader.context);
    const against = pair === null || pair.feasible ? [] : pair.reasons;
    if (against.some((rule) => HIDDEN.includes(rule))) throw new MentorUnknownError();
    return {
      profile,
      ...describe(one, status, reader),
      closest: false,
      obstacles: reasonsForParticipant(against, await this.publicFields(actor.programId)),
    };
  }

  /** Keys of those fields of the program that everybody reads. */
  private async publicFields(programId: string): Promise<string[]> {
    const fields = await this.fields.list(programId);
    return fields.filter(({ visibleTo }) => visibleTo === 'everybody').map(({ key }) => key);
  }

  private async sceneFor(actor: ProgramActor): Promise<Scene> {
    const { programId } = actor;
    const own = ownParticipation(actor, 'mentee');
    const [row, facts, table] = await Promise.all([
      this.sources.find(programId, own?.id ?? null),
      own === null ? null : this.people.findMenteeFacts(programId, own.id),
      this.index.current(programId),
    ]);
    if (row === null) throw new MentorUnknownError();
    const ranking = await this.settings.of(programId, row);
    const mentee = facts === null ? null : rankingMenteeOf(facts, row);
    return { table, ranking, reader: readerOf(mentee, ranking) };
  }
}

/** Whoever is not informed about privacy yet gets the list of everybody else. */
function readerOf(own: RankingMentee | null, { context, scale, settings }: Ranking): Reader | null {
  return own === null || !(own.confirmed || settings.organisationInformsPeople)
    ? null
    : { mentee: own.mentee, context: contextFor(own, context), scale };
}

/** By place in the table; the same for all when there is nobody to rank for. */
function scoresOf(table: MentorTable, reader: Reader | null): Int32Array {
  const scores = new Int32Array(table.all.length);
  if (reader === null) return scores;
  const bySlot = table.pack.scores(reader.mentee, reader.context);
  for (let place = 0; place < scores.length; place += 1)
    scores[place] = bySlot[table.slots[place] ?? -1] ?? INFEASIBLE;
  return scores;
}

/**
 * Where the next page begins: behind the mentor whom the cursor names, or at the same place when that one is gone. The
 * score that orders the list stays out of the cursor, because anybody can read one.
 */
function placeAfter(order: MentorOrder, table: MentorTable, cursor: string | null): number {
  const [count, id] = decodeCursor(cursor, ['integer', 'id']) ?? [0, ''];
  const at = order.indexOf(table.placeOf(id));
  return at === -1 ? Math.max(0, count) : at + 1;
}

function describe(
  one: IndexedMentor,
  status: MentorStatus,
  reader: Reader | null,
): Omit<DirectoryMentor, 'profile' | 'closest'> {
  const pair = reader === null ? null : scorePair(reader.mentee, one.mentor, reader.context);
  return {
    freePlaces: one.freePlaces,
    status,
    reasons: pair?.feasible === true ? rationaleOf(pair.contributions).forMentee : [],
    strength: reader !== null && pair?.feasible === true ? strengthOf(pair.score, reader.scale) : null,
  };
}
