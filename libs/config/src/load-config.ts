import { validateSync } from 'class-validator';
import { AuthConfig } from './auth.config.js';
import { DatabaseConfig } from './database.config.js';
import { HttpConfig } from './http.config.js';
import { LogConfig } from './log.config.js';
import { MailConfig } from './mail.config.js';
import { MatchRunsConfig } from './match-runs.config.js';
import { RankingConfig } from './ranking.config.js';
import { StreamsConfig } from './streams.config.js';
import { QueueConfig } from './queue.config.js';
import { type ConfigClass, type VariableSpec, typeOf, variablesOf } from './variable.js';

/** Every class of configuration, in the order in which the documentation lists them. */
export const configClasses = {
  database: DatabaseConfig,
  queue: QueueConfig,
  matchRuns: MatchRunsConfig,
  http: HttpConfig,
  auth: AuthConfig,
  mail: MailConfig,
  log: LogConfig,
  ranking: RankingConfig,
  streams: StreamsConfig,
};

/** The whole configuration of a process. */
export interface RapportConfig {
  readonly database: DatabaseConfig;
  readonly queue: QueueConfig;
  readonly matchRuns: MatchRunsConfig;
  readonly http: HttpConfig;
  readonly auth: AuthConfig;
  readonly mail: MailConfig;
  readonly log: LogConfig;
  readonly ranking: RankingConfig;
  readonly streams: StreamsConfig;
}

/** Variables as the operating system hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment is unusable. Its message names variables and reasons, never values. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

function convert(text: string, type: unknown): unknown {
  if (type === Number) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type === Boolean) return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function read(spec: VariableSpec, type: unknown, env: Environment): unknown {
  const text = env[spec.name]?.trim() ?? '';
  if (text !== '') return convert(text, type);
  return spec.fallback === undefined ? null : convert(spec.fallback, type);
}

/**
 * Reads and checks one class of configuration.
 *
 * @throws ConfigError that names each variable which is missing or wrong
 */
export function loadConfigClass<T extends object>(type: ConfigClass<T>, env: Environment = process.env): T {
  const config = new type();
  const problems: string[] = [];
  const specs = variablesOf(type);
  for (const [property, spec] of specs) {
    const value = read(spec, spec.optional === true ? String : typeOf(type, property), env);
    if (value === null && spec.optional !== true) problems.push(`${spec.name} is missing: ${spec.about}`);
    Object.assign(config, { [property]: value });
  }
  const missing = new Set(problems.map((problem) => problem.split(' ')[0]));
  for (const error of validateSync(config)) {
    const spec = specs.get(error.property);
    if (spec === undefined || missing.has(spec.name)) continue;
    const reasons = Object.values(error.constraints ?? {}).map((reason) =>
      reason.replace(error.property, spec.name),
    );
    problems.push(`${reasons.join(', ')}: ${spec.about}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/**
 * Reads the whole configuration; all problems are reported together.
 *
 * @throws ConfigError that names each variable which is missing or wrong
 */
export function loadConfig(env: Environment = process.env): RapportConfig {
  const problems: string[] = [];
  const loaded: Record<string, object> = {};
  for (const [key, type] of Object.entries(configClasses)) {
    try {
      loaded[key] = loadConfigClass<object>(type, env);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return loaded as unknown as RapportConfig;
}
