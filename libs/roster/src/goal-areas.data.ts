/** The goal areas of a program that has not written its own list: key and the name people read. */
export const STANDARD_GOAL_AREAS: Readonly<Record<string, string>> = {
  career_change: 'Career change',
  communication: 'Communication',
  confidence: 'Confidence',
  conflict_resolution: 'Conflict resolution',
  entrepreneurship: 'Entrepreneurship',
  first_job: 'First job',
  interviewing: 'Interviewing',
  leadership: 'Leadership',
  networking: 'Networking',
  promotion: 'Promotion',
  technical_depth: 'Technical depth',
  work_life_balance: 'Work-life balance',
};
