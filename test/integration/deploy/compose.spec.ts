import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, loadConfigClass, DatabaseConfig } from '#config';
import { parse } from 'yaml';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  read_only?: boolean;
}

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};
const ours = Object.entries(services).filter(([, service]) => service.image === 'rapport');

/** As compose fills in a variable: the given value, or the default behind `:-`. */
function filled(value: string, given: Record<string, string>): string {
  return value.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, name: string, fallback = '') => {
    return given[name] ?? (fallback as string);
  });
}

function environmentOf(name: string): Record<string, string> {
  const given = { POSTGRES_PASSWORD: 'p'.repeat(48), AUTH_SECRET: 's'.repeat(64) };
  const variables = Object.entries(services[name]!.environment ?? {});
  return Object.fromEntries(variables.map(([key, value]) => [key, filled(value, given)]));
}

describe('docker-compose.yml', () => {
  it.each(ours)('%s runs a file that the build makes', (_name, service) => {
    const [program, file] = service.command!;
    expect(program).toBe('node');
    expect(existsSync(join(root, file!))).toBe(true);
  });

  it('hands every process an environment that it accepts', () => {
    for (const name of ['api', 'worker']) {
      const config = loadConfig(environmentOf(name));
      expect(config.queue.redisUrl).toBe('redis://redis:6379');
    }
    expect(loadConfigClass(DatabaseConfig, environmentOf('migrate')).url).toContain('@postgres:5432/rapport');
  });

  it('keeps jobs through a restart and drops none', () => {
    expect(services['redis']!.command!.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
  });

  it('migrates once, before anything else uses the database', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name]!.depends_on!['migrate']!.condition).toBe('service_completed_successfully');
    }
  });

  it('checks the health of everything that stays up', () => {
    const without = Object.keys(services).filter((name) => services[name]!.healthcheck === undefined);
    expect(without).toEqual(['migrate']);
  });

  it('publishes ports on this machine alone', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('runs our processes without rights that they do not need', () => {
    expect(ours.every(([, service]) => service.read_only === true)).toBe(true);
    const stages = read('docker/Dockerfile').split(/^FROM /m);
    expect(stages.at(-1)).toMatch(/^USER node$/m);
  });

  it('copies only what exists', () => {
    const copies = [...read('docker/Dockerfile').matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap((match) =>
      match[1]!.split(' ').slice(0, -1),
    );
    expect(copies.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
