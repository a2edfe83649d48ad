import type { MenteeRow, MentorRow } from '#roster';

const windows = [
  { weekday: 'TU', startMinute: 17 * 60, endMinute: 20 * 60 },
  { weekday: 'TH', startMinute: 17 * 60, endMinute: 20 * 60 },
] as const;

const nobody = { row: 0, managerEmail: null, department: null, grade: null, languages: ['en'], windows };

/** The mentor whom one can sign in as. */
export const MENTOR: MentorRow = {
  ...nobody,
  id: 'demo-mentor',
  name: 'Elena Marsh',
  email: 'mentor@example.org',
  country: 'GB',
  timeZone: 'Europe/London',
  organisation: 'Lanternfish',
  yearsExperience: 18,
  skillsOffered: [
    { tag: 'public speaking', skillId: null, level: 5 },
    { tag: 'product management', skillId: null, level: 4 },
    { tag: 'giving feedback', skillId: null, level: 4 },
  ],
  goalsSupported: ['leadership', 'communication', 'career_change'],
  capacity: 3,
};

/** The mentee whom one can sign in as. */
export const MENTEE: MenteeRow = {
  ...nobody,
  id: 'demo-mentee',
  name: 'Theo Lindqvist',
  email: 'mentee@example.org',
  country: 'SE',
  timeZone: 'Europe/Stockholm',
  organisation: 'Quillworks',
  yearsExperience: 4,
  skillsWanted: [
    { tag: 'public speaking', skillId: null, priority: 3 },
    { tag: 'product management', skillId: null, priority: 2 },
  ],
  goals: ['leadership', 'communication'],
  goalStatement: 'Speak up in the room where decisions are made, and lead my first project.',
};
