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
  /** Joined the round after its enrolment had closed. */
  late: boolean;
  priority: number;
}
