import type { MenteeProfile, MentorProfile } from '#scoring';
import type { ReadinessProblem } from '../application/cohort.view.js';
import type { PersonRow } from './person.rows.js';

/** What keeps somebody out of a run; empty when nothing does. */
export function obstaclesOf(row: PersonRow): ReadinessProblem[] {
  const obstacles: ReadinessProblem[] = [];
  if (row.state === 'paused') obstacles.push('paused');
  else if (row.state === 'left' || row.state === 'declined') obstacles.push('left');
  else if (row.state !== 'approved' && row.state !== 'active') obstacles.push('not-approved');
  if (!row.confirmed) obstacles.push('not-confirmed');
  if (!row.has_profile) obstacles.push('no-profile');
  if (row.role === 'mentee' && row.live > 0) obstacles.push('has-mentor');
  return obstacles;
}

/** What makes a good match unlikely, beside the obstacles. */
export function gapsOf(row: PersonRow): ReadinessProblem[] {
  const gaps: ReadinessProblem[] = [];
  if (row.role === 'mentor' && freePlacesOf(row) === 0) gaps.push('no-free-place');
  if (!row.has_profile) return gaps;
  if (!row.has_content) gaps.push('no-skills-or-goals');
  if (!row.has_windows) gaps.push('no-availability');
  return gaps;
}

/** Places that are not taken by a mentorship under way. */
export function freePlacesOf(row: Pick<PersonRow, 'role' | 'capacity' | 'live'>): number {
  return Math.max(0, (row.role === 'mentee' ? 1 : (row.capacity ?? 0)) - row.live);
}

/** A mentee with what the profile does not know: wishes, and the place in the order. */
export function withStanding(mentee: MenteeProfile, row: PersonRow): MenteeProfile {
  return {
    ...mentee,
    wishes: row.wishes ?? [],
    roundsWaited: row.rounds_waited,
    priority: row.priority,
  };
}

/** A mentor with what is free of the capacity. */
export function withFreePlaces(mentor: MentorProfile, row: PersonRow): MentorProfile {
  return { ...mentor, capacity: freePlacesOf(row) };
}
