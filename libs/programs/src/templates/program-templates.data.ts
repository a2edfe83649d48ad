import type { ProgramTemplate } from './program-template.js';

/** Keys of the templates. */
export const TEMPLATE_KEYS = ['corporate', 'university-alumni', 'open-network'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/**
 * The templates. Whether the organisation has informed its people is no matter for a template: only the organisation
 * can say so.
 */
export const PROGRAM_TEMPLATES: Readonly<Record<TemplateKey, ProgramTemplate>> = {
  corporate: {
    name: 'Mentoring inside one organisation',
    suits: 'Employees mentor employees: talent programs, onboarding, women in leadership.',
    settings: {
      answerWithinWorkingDays: {
        value: 3,
        because: 'Colleagues read their mail every working day, so nobody has to wait a week.',
      },
      requestReminderWorkingDays: { value: [2], because: 'One reminder fits into three working days.' },
      defaultMentorCapacity: {
        value: 2,
        because:
          'There are more who want a mentor than mentors; two mentees are what most can carry at work.',
      },
      sessionReminderMinutes: {
        value: [1440],
        because: 'Sessions are in everybody’s work calendar, which reminds again by itself.',
      },
      mentorsMayApply: {
        value: true,
        because: 'The best mentors are seldom on a list; an admin still looks at each.',
      },
      menteesMayApply: {
        value: true,
        because: 'Those who would never be nominated gain most; an admin still looks at each.',
      },
    },
    goalAreas: {
      because: 'What people work on who mean to stay: the next role, leading, being heard.',
      value: [
        { key: 'leadership', label: 'Leadership' },
        { key: 'promotion', label: 'The next role' },
        { key: 'career_change', label: 'Moving to another area' },
        { key: 'communication', label: 'Communication' },
        { key: 'confidence', label: 'Confidence' },
        { key: 'conflict_resolution', label: 'Conflict resolution' },
        { key: 'networking', label: 'A network across departments' },
        { key: 'technical_depth', label: 'Technical depth' },
        { key: 'work_life_balance', label: 'Work-life balance' },
      ],
    },
    cohort: {
      name: { value: 'First round', because: 'Rename it as you like.' },
      startsInWeeks: {
        value: 6,
        because: 'Time to invite people, to let them fill in profiles, and to look the matches over.',
      },
      termWeeks: { value: 26, because: 'Half a year holds the six talks that make a difference.' },
      objective: { value: 'coverage', because: 'Everybody who was promised a mentor should get one.' },
      weights: {
        because:
          'Skills and goals decide; experience counts more than elsewhere, times less: one employer shares its hours.',
        value: {
          skills: 35,
          goals: 25,
          wishes: 15,
          availability: 5,
          style: 5,
          experience: 10,
          language: 5,
          place: 0,
        },
      },
      rules: {
        mustDiffer: {
          value: ['department'],
          because:
            'A mentor from another department has no say in one’s appraisal, and widens one’s network.',
        },
      },
    },
  },
  'university-alumni': {
    name: 'Alumni mentor students',
    suits: 'A university brings students and graduates together for one term.',
    settings: {
      answerWithinWorkingDays: {
        value: 7,
        because: 'Alumni answer in their spare time, often at the weekend after.',
      },
      requestReminderWorkingDays: {
        value: [3, 6],
        because: 'One reminder in the middle and one before the last day.',
      },
      firstMeetingWithinDays: {
        value: 21,
        because: 'Two people with full weeks and no shared office need a little longer.',
      },
      lengthMonths: { value: 4, because: 'One term of lectures; it ends before the exams.' },
      sessionNoticeMinutes: {
        value: 720,
        because: 'Mentors have jobs elsewhere: nothing is booked for the same morning.',
      },
      mentorsMayApply: { value: true, because: 'Alumni come of themselves when they may.' },
      menteesMayApply: { value: true, because: 'Students enrol themselves; the office looks at each.' },
    },
    goalAreas: {
      because: 'What students and young graduates ask for first.',
      value: [
        { key: 'first_job', label: 'First job' },
        { key: 'interviewing', label: 'Applications and interviews' },
        { key: 'orientation', label: 'Finding a direction' },
        { key: 'further_study', label: 'Further study or research' },
        { key: 'networking', label: 'Networking' },
        { key: 'communication', label: 'Communication' },
        { key: 'confidence', label: 'Confidence' },
        { key: 'entrepreneurship', label: 'Starting something of one’s own' },
        { key: 'working_abroad', label: 'Working abroad' },
      ],
    },
    cohort: {
      name: { value: 'First round', because: 'Name it for the term.' },
      startsInWeeks: { value: 4, because: 'Students decide at the start of a term, not months before.' },
      termWeeks: { value: 16, because: 'One term of lectures.' },
      objective: { value: 'coverage', because: 'A student without a mentor is lost for the next round.' },
      weights: {
        because:
          'Students know better where they want to go than what they can do, so goals and wishes lead; years of experience hardly count, for any graduate is ahead.',
        value: {
          skills: 25,
          goals: 30,
          wishes: 20,
          availability: 10,
          style: 5,
          experience: 0,
          language: 10,
          place: 0,
        },
      },
      rules: {
        maximumZoneGapHours: {
          value: 9,
          because: 'Alumni live everywhere; an evening here is a morning there.',
        },
      },
    },
  },
  'open-network': {
    name: 'An open network',
    suits: 'A community, association or city where people who don’t know each other meet.',
    settings: {
      requestsPendingPerMentee: {
        value: 2,
        because: 'Few mentors for many mentees: two questions at a time leave room for others.',
      },
      openRequestsPerPlace: {
        value: 2,
        because: 'Volunteers who find twenty requests give up; the others wait for a later date.',
      },
      sessionNoticeMinutes: {
        value: 1440,
        because: 'Strangers plan ahead: nothing is booked for the same day.',
      },
      lateCancellationHours: {
        value: 12,
        because: 'Who gives a free evening should know in the morning that it is free again.',
      },
      mentorsMayApply: { value: true, because: 'An open network grows by those who come of themselves.' },
      menteesMayApply: { value: true, because: 'Anybody may ask; an admin looks at each.' },
    },
    goalAreas: {
      because: 'A wide list, since nobody knows beforehand who comes.',
      value: [
        { key: 'career_change', label: 'Career change' },
        { key: 'first_job', label: 'First job' },
        { key: 'interviewing', label: 'Interviewing' },
        { key: 'promotion', label: 'Promotion' },
        { key: 'leadership', label: 'Leadership' },
        { key: 'communication', label: 'Communication' },
        { key: 'confidence', label: 'Confidence' },
        { key: 'networking', label: 'Networking' },
        { key: 'entrepreneurship', label: 'Entrepreneurship' },
        { key: 'returning', label: 'Coming back after a break' },
        { key: 'technical_depth', label: 'Technical depth' },
        { key: 'work_life_balance', label: 'Work-life balance' },
      ],
    },
    cohort: {
      name: { value: 'First round', because: 'Rename it as you like.' },
      startsInWeeks: { value: 4, because: 'Long enough to spread the word, short enough to keep the pull.' },
      termWeeks: { value: 26, because: 'Half a year holds the six talks that make a difference.' },
      objective: { value: 'coverage', because: 'As many as possible should meet somebody.' },
      weights: {
        because:
          'Without a shared office the common hour and the common language decide whether two people ever meet.',
        value: {
          skills: 30,
          goals: 20,
          wishes: 15,
          availability: 20,
          style: 5,
          experience: 0,
          language: 10,
          place: 0,
        },
      },
      rules: {
        minimumWeeklyOverlapMinutes: {
          value: 60,
          because: 'Two strangers without one common hour a week never find a time.',
        },
      },
    },
  },
};
