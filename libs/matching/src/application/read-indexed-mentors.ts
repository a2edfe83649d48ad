import { MatchingProfiles, type MentorFactsFilter } from '#profiles';
import { Injectable } from '@nestjs/common';
import { MentorChangeRepository } from '../persistence/mentor-change.repository.js';
import { indexed, type IndexedMentor } from './indexed-mentor.js';

/** Reads mentors for the index. */
@Injectable()
export class ReadIndexedMentors {
  constructor(
    private readonly profiles: MatchingProfiles,
    private readonly counts: MentorChangeRepository,
  ) {}

  /** By participation id; whoever is no mentor of the program any more is left out. */
  async execute(programId: string, filter: MentorFactsFilter): Promise<IndexedMentor[]> {
    const facts = await this.profiles.listMentorFacts(programId, filter);
    const live = await this.counts.countLive(
      programId,
      facts.map(({ mentor }) => mentor.id),
    );
    return facts.map((one) => indexed(one, live.get(one.mentor.id) ?? 0));
  }
}
