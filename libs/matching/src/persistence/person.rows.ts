/** A mentor or mentee, with what decides whether they can be matched. */
export interface PersonRow {
  id: string;
  role: 'mentor' | 'mentee';
  state: string;
  name: string;
  /** The person confirmed the privacy notice, or the organisation has told them. */
  confirmed: boolean;
  has_profile: boolean;
  has_content: boolean;
  has_windows: boolean;
  /** Mentorships under way. */
  live: number;
  /** Places of a mentor; null without a profile. */
  capacity: number | null;
  /** Participations of mentors whom a mentee has asked or means to ask, in order. */
  wishes: string[] | null;
  rounds_waited: number;
  priority: number;
}

/** Participations of mentors to whom a mentee has a tie. */
export interface BondsRow {
  /** Asked, or meant to be, in order. */
  wishes: string[];
  /** With a mentorship under way. */
  together: string[];
  /** With a mentorship at any time. */
  ever: string[];
}
