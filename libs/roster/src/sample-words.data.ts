/** Where sample people live: country, zones, the language spoken beside English, and how common it is. */
export const SAMPLE_PLACES: readonly {
  readonly country: string;
  readonly zones: readonly string[];
  readonly language: string;
}[] = [
  { country: 'DE', zones: ['Europe/Berlin'], language: 'de' },
  { country: 'GB', zones: ['Europe/London'], language: 'en' },
  { country: 'US', zones: ['America/New_York', 'America/Chicago', 'America/Denver'], language: 'es' },
  { country: 'IN', zones: ['Asia/Kolkata'], language: 'hi' },
  { country: 'FR', zones: ['Europe/Paris'], language: 'fr' },
  { country: 'PL', zones: ['Europe/Warsaw'], language: 'pl' },
  { country: 'ES', zones: ['Europe/Madrid', 'Atlantic/Canary'], language: 'es' },
  { country: 'NG', zones: ['Africa/Lagos'], language: 'en' },
  { country: 'BR', zones: ['America/Sao_Paulo'], language: 'pt' },
  { country: 'KE', zones: ['Africa/Nairobi'], language: 'sw' },
  { country: 'NL', zones: ['Europe/Amsterdam'], language: 'nl' },
  { country: 'CA', zones: ['America/Toronto', 'America/St_Johns'], language: 'fr' },
  { country: 'IL', zones: ['Asia/Jerusalem'], language: 'he' },
  { country: 'AU', zones: ['Australia/Sydney', 'Australia/Adelaide', 'Australia/Lord_Howe'], language: 'en' },
  { country: 'NP', zones: ['Asia/Kathmandu'], language: 'ne' },
];

/** Given names from many places. */
export const SAMPLE_GIVEN_NAMES: readonly string[] =
  'Aisha Amara Anders Ana Anya Bilal Bruno Chiara Daniel Deepa Elena Emeka Fatima Femi Gita Hanna Henrik Ines Ivan Jakub Joana Kavya Kenji Lars Leila Lin Lucía Magda Malik Marek Mei Mira Nadia Noah Nuno Olga Omar Paula Priya Rafael Rania Ravi Rosa Samir Sofia Tariq Tomas Uma Vera Wanjiru Yara Yusuf Zoë Élise'.split(
    ' ',
  );

/** Family names from many places. */
export const SAMPLE_FAMILY_NAMES: readonly string[] =
  "Abebe Achterberg Almeida Andersson Bakshi Barros Castillo Cohen Costa Dubois Eze Fernandes Fischer Gupta Haddad Horvat Iyer Jansen Kamau Kowalska Lehmann Lindgren Lopez Mwangi Moreau Nakamura Novák Nowak O'Connor Okafor Okoye Osei Park Patel Petrova Quispe Rahman Ribeiro Rossi Sato Schäfer Silva Singh Tanaka Thapa Varga Walsh Weber Yilmaz Zhang".split(
    ' ',
  );

/** Invented organisations; one has a comma in its name. */
export const SAMPLE_ORGANISATIONS: readonly string[] = [
  'Juniper Works',
  'Harbourline',
  'Blue Kettle',
  'Tamarind Labs',
  'Oakfield College',
  'Meadow & Sons, Ltd',
  'Northbank Clinic',
  'Lanternfish',
];

/** Skill tags as people type them, common ones first; several are other spellings of one skill. */
export const SAMPLE_TAGS: readonly string[] = [
  ...['javascript', 'react', 'python', 'communication', 'node.js', 'typescript', 'leadership', 'js', 'sql'],
  ...[
    'project management',
    'css',
    'java',
    'public speaking',
    'reactjs',
    'html',
    'data analysis',
    'ux',
    'aws',
  ],
  ...[
    'c#',
    'docker',
    'negotiation',
    'nodejs',
    'product management',
    'devops',
    'active listening',
    'git',
    'go',
  ],
  ...['golang', 'kubernetes', 'c-sharp', 'angular', 'vue', 'dotnet', '.net', 'writing', 'coaching', 'agile'],
  ...[
    'feedback',
    'php',
    'machine learning',
    'postgres',
    'postgresql',
    'conflict resolution',
    'ruby',
    'rails',
  ],
  ...['React Native', 'k8s', 'graphql', 'figma', 'recruiting', 'time management', 'swift', 'kotlin', 'a11y'],
  ...['accessibility', 'facilitation', 'rust', 'ECMAScript', 'empathy', 'scrum', 'teamwork', 'marketing'],
  ...['beekeeping', 'mean stack, pwa'],
];

/** What somebody wants to change, by goal area. */
export const SAMPLE_STATEMENTS: Readonly<Record<string, string>> = {
  career_change: 'Find out whether another field suits me.',
  communication: 'Say hard things clearly and kindly.',
  confidence: 'Speak up in rooms where I am the youngest.',
  conflict_resolution: 'Settle a quarrel in my team before it grows.',
  entrepreneurship: 'See if my idea can carry a small company.',
  first_job: 'Get from studies to a first real job.',
  interviewing: 'Stay calm and show what I can do in interviews.',
  leadership: 'Lead five people without doing their work.',
  networking: 'Meet people outside of my own building.',
  promotion: 'Know what the next step asks of me, and show it.',
  technical_depth: 'Own one system from end to end.',
  work_life_balance: 'Keep my evenings and still do good work.',
};
