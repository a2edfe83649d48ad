import type { ListedProfileView, PublicProfileView } from '#profiles';
import type { Strength } from '#scoring';

/** Whether a mentor can be asked at present. */
export type MentorStatus = 'open' | 'full' | 'paused';

/** A mentor in the directory, as its reader may see them: never a score. */
export interface DirectoryMentor {
  readonly profile: ListedProfileView;
  readonly freePlaces: number;
  readonly status: MentorStatus;
  /** Content reasons for the reading mentee, the weightiest first; empty for others. */
  readonly reasons: readonly string[];
  /** How strong the match is, in a word; null for others than mentees and where the program is too small for words. */
  readonly strength: Strength | null;
  /** The first of a mentee's whole list. */
  readonly closest: boolean;
}

/** One mentor in full, with what is in the way of a match. */
export interface DirectoryMentorDetail extends DirectoryMentor {
  readonly profile: PublicProfileView;
  /** In words; empty when the two may be matched or the reader is no mentee. */
  readonly obstacles: readonly string[];
}

/** What a directory is narrowed to. */
export interface DirectoryFilter {
  /** Part of a name, headline, organisation or skill. */
  readonly search?: string | undefined;
  /** A skill by id or name; relatives count. */
  readonly skill?: string | undefined;
}
