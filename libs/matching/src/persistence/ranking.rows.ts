/** What the ranking of a program is made of, in brief, and to whom one mentee has a tie. */
export interface RankingRow {
  /** Changes with the program's settings, goal areas and fields. */
  words: string;
  /** Changes with the program's own skills. */
  skills: string | null;
  /** The newest run that has succeeded; it never changes. */
  run: string | null;
  /** Participations of mentors who are asked, or are meant to be, in order. */
  wishes: string[];
  /** Those with a mentorship under way. */
  together: string[];
  /** Those with a mentorship at any time, and the day on which it ended last. */
  ever: { mentorId: string; endedOn: string | null }[];
}
