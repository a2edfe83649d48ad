// Jest runs our TypeScript as native ES modules: Nest 12 has no CommonJS build that Node 20 could require.
const libs = [
  'kernel',
  'availability',
  'skills',
  'scoring',
  'assignment',
  'lifecycle',
  'roster',
  'contracts',
  'config',
  'observability',
  'database',
  'outbox',
  'queue',
  'http',
  'mail',
  'engine',
  'accounts',
  'programs',
  'profiles',
  'mentorships',
  'matching',
  'sessions',
  'notifications',
].join('|');

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Our libraries by name: a bare '^#(.*)$' would also catch the private imports of other packages.
  moduleNameMapper: {
    [`^#(${libs})$`]: '<rootDir>/libs/$1/src/index.ts',
    [`^#(${libs})/entities$`]: '<rootDir>/libs/$1/src/entities.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

const withPostgres = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const suite = (displayName, testMatch, more = {}) => ({ ...base, displayName, testMatch, ...more });

export default {
  // Two busy cores are slow: a test that hangs is told apart from one that waits.
  testTimeout: 30_000,
  projects: [
    suite('unit', ['<rootDir>/{libs,apps,scripts,bench}/**/*.spec.ts']),
    suite('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    suite('integration', ['<rootDir>/test/integration/**/*.spec.ts'], withPostgres),
    suite('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], withPostgres),
    suite('redis', ['<rootDir>/test/redis/**/*.spec.ts'], withPostgres),
    suite('faults', ['<rootDir>/test/faults/**/*.spec.ts'], withPostgres),
  ],
};
