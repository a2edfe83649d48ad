/**
 * The picture of imports, as rules. Ring order first, then the left-to-right order of features.
 * `test/architecture` plants violations and sees each of them reported.
 */
const pure = [
  'availability',
  'skills',
  'scoring',
  'assignment',
  'lifecycle',
  'roster',
  'fairness',
  'contracts',
];
const platform = ['config', 'observability', 'database', 'outbox', 'queue', 'http', 'mail', 'engine'];
const features = ['accounts', 'programs', 'profiles', 'mentorships', 'matching', 'sessions', 'notifications'];

const libs = (names) => `^libs/(${names.join('|')})/`;
const node_modules = (names) => `(^|/)node_modules/(${names.join('|')})/`;

/** Which of the other pure libraries each may use. */
const pureMayUse = {
  availability: [],
  skills: [],
  scoring: ['skills', 'availability'],
  assignment: [],
  lifecycle: [],
  roster: ['skills', 'availability'],
  fairness: [],
  contracts: [],
};

/** Which packages each pure library may use. */
const purePackages = {
  availability: ['luxon', '@types/luxon'],
  skills: ['fastest-levenshtein'],
  scoring: ['@noble/hashes'],
  assignment: ['@noble/hashes'],
  lifecycle: [],
  roster: ['csv-parse', 'read-excel-file', 'fastest-levenshtein'],
  fairness: [],
  contracts: ['class-validator'],
};

const platformMayUse = {
  config: [],
  observability: ['config'],
  database: ['config'],
  outbox: ['config', 'database', 'observability'],
  queue: ['config', 'database', 'observability'],
  http: ['config', 'database', 'observability'],
  mail: ['config', 'observability'],
  engine: [],
};

const spec = '\\.spec\\.ts$';
const without = (all, some) => all.filter((name) => !some.includes(name));

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'A circle of imports makes two files one; type-only ones count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'A rule can only judge an import whose target is known.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file that nobody imports is dead, unless it is where a process or a thread starts.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          spec,
          '\\.d\\.ts$',
          '^apps/[^/]+/src/main\\.ts$',
          '^bench/[^/]+\\.ts$',
          '\\.thread\\.ts$',
          'generate-migration\\.ts$',
          '^libs/[^/]+/assembly/',
        ],
      },
      to: {},
    },
    {
      name: 'kernel-uses-nothing',
      severity: 'error',
      from: { path: libs(['kernel']), pathNot: spec },
      to: { pathNot: libs(['kernel']) },
    },
    ...pure.map((name) => ({
      name: `pure-${name}`,
      comment: 'A pure library sees the kernel, the pure libraries below it, and the packages named for it.',
      severity: 'error',
      from: { path: libs([name]), pathNot: spec },
      to: {
        pathNot: [
          libs(['kernel', name, ...pureMayUse[name]]),
          ...(purePackages[name].length > 0 ? [node_modules(purePackages[name])] : []),
        ],
      },
    })),
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: libs(platform) },
      to: { path: [libs(features), '^apps/'] },
    },
    ...platform.map((name) => ({
      name: `platform-${name}`,
      comment: 'Outbox and queue do not know each other; the relay of the worker joins them.',
      severity: 'error',
      from: { path: libs([name]), pathNot: spec },
      to: { path: libs(without(platform, [name, ...platformMayUse[name]])) },
    })),
    ...features.map((name, index) => ({
      name: `feature-${name}-looks-left`,
      comment: `Features read from left to right: ${features.join(' < ')}.`,
      severity: 'error',
      from: { path: libs([name]) },
      to: { path: [...(index + 1 < features.length ? [libs(features.slice(index + 1))] : []), '^apps/'] },
    })),
    {
      name: 'no-feature-reaches-the-queue',
      comment: 'Requests are accepted while Redis is down: only the worker rings.',
      severity: 'error',
      from: { path: ['^apps/api/', libs(features)] },
      to: { path: libs(['queue']), reachable: true },
    },
    {
      name: 'one-door-for-each-library',
      comment: 'Across libraries only by `#lib`, its index.ts (or entities.ts, below).',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/src/.+',
        pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/src/entities\\.ts$'],
      },
    },
    {
      name: 'one-door-from-the-apps',
      severity: 'error',
      from: { path: ['^apps/', '^bench/'] },
      to: {
        path: '^libs/[^/]+/src/.+',
        pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/src/entities\\.ts$'],
      },
    },
    {
      name: 'no-barrel-inside',
      comment: 'Inside a library files import each other, not their own door.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/.+', pathNot: '^libs/[^/]+/src/index\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'entities-are-for-the-migrations',
      comment: 'Tables are registered by the apps and read by tests; a feature knows its own alone.',
      severity: 'error',
      from: { pathNot: ['^apps/migrate/', '^test/', spec] },
      to: { path: '^libs/[^/]+/src/entities\\.ts$' },
    },
    {
      name: 'apps-meet-in-standalone-alone',
      comment: 'Each process stands alone; all know the lists of tables and of migrations.',
      severity: 'error',
      from: { path: '^apps/(api|worker|migrate|cli)/' },
      to: {
        path: '^apps/',
        pathNot: ['^apps/$1/', '^apps/migrate/src/(entities|missing-migrations|run-migrations)\\.ts$'],
      },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs|bench)/', pathNot: spec },
      to: { path: ['^test/', spec] },
    },
    {
      name: 'nothing-needs-the-measurements',
      comment: 'The image of production is built without bench.',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { path: '^bench/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // With `dist` alone every `#lib` would resolve to compiled files, and no rule would ever apply.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
