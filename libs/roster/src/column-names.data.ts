/** A column that we read. */
export interface ColumnSpec {
  readonly key: string;
  readonly required: boolean;
  /** Other headers that people give it; compared without case, spaces and punctuation. */
  readonly synonyms: readonly string[];
}

const column = (key: string, required: boolean, ...synonyms: string[]): ColumnSpec => ({
  key,
  required,
  synonyms,
});

const PERSON: readonly ColumnSpec[] = [
  column('id', false, 'person id', 'participant id', 'employee id', 'staff id', 'student id', 'ref'),
  column('name', true, 'full name', 'display name', 'person', 'participant', 'nom', 'nombre'),
  column('email', true, 'e-mail', 'mail', 'email address', 'e-mail address', 'mail address', 'work email'),
  column('country', false, 'country code', 'land', 'pays', 'país'),
  column('time_zone', true, 'timezone', 'tz', 'zone', 'iana time zone', 'zeitzone', 'fuseau horaire'),
  column('languages', true, 'language', 'spoken languages', 'languages spoken', 'sprachen', 'langues'),
  column('organisation', false, 'organization', 'company', 'employer', 'org', 'firma', 'university'),
  column(
    'years_experience',
    false,
    'years of experience',
    'experience',
    'experience years',
    'years',
    'work experience',
  ),
  column('availability', false, 'available', 'weekly availability', 'times', 'usual times', 'free times'),
  column(
    'manager_email',
    false,
    'manager',
    'manager mail',
    'line manager',
    'line manager email',
    'reports to',
  ),
  column('department', false, 'dept', 'team', 'unit', 'division', 'abteilung'),
  column('grade', false, 'level', 'seniority', 'job grade', 'band'),
];

/** Columns of a list of mentors. */
export const MENTOR_COLUMNS: readonly ColumnSpec[] = [
  ...PERSON,
  column('skills_offered', true, 'skills', 'offered skills', 'offers', 'expertise', 'can help with'),
  column('goals_supported', false, 'goals', 'supported goals', 'goal areas', 'topics'),
  column('capacity', false, 'places', 'max mentees', 'number of mentees', 'mentees at a time', 'slots'),
];

/** Columns of a list of mentees. */
export const MENTEE_COLUMNS: readonly ColumnSpec[] = [
  ...PERSON,
  column('skills_wanted', true, 'skills', 'wanted skills', 'wants', 'skills to learn', 'wants to learn'),
  column('goals', false, 'goal', 'goal areas', 'my goals', 'topics'),
  column('goal_statement', false, 'goal text', 'statement', 'motivation', 'what i want to change'),
];

/** Columns of a list of running or past pairs. */
export const PAIR_COLUMNS: readonly ColumnSpec[] = [
  column('mentee_id', true, 'mentee', 'mentee email', 'mentee e-mail', 'mentee mail'),
  column('mentor_id', true, 'mentor', 'mentor email', 'mentor e-mail', 'mentor mail'),
  column('score', false, 'points'),
  column('state', false, 'status'),
  column('started_on', false, 'start', 'started', 'start date', 'from', 'since'),
  column('ended_on', false, 'end', 'ended', 'end date', 'until', 'to'),
];
