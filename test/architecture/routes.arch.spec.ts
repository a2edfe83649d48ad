import { POLICY, type Policy } from '#http';
import type { Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { previewApi } from '../../apps/api/src/openapi/describe-api.js';

interface Route {
  readonly name: string;
  readonly path: string;
  readonly policy: Policy | undefined;
}

const join = (base: unknown, path: unknown): string =>
  `/${String(base)}/${String(path)}`.replace(/\/+/g, '/');

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype)
    .map((key) => ({ key, handler: prototype[key] }))
    .filter(({ handler }) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
    .map(({ key, handler }) => ({
      name: `${controller.name}.${key}`,
      path: join(
        Reflect.getMetadata(PATH_METADATA, controller),
        Reflect.getMetadata(PATH_METADATA, handler as object),
      ),
      policy: (Reflect.getMetadata(POLICY, handler as object) ?? Reflect.getMetadata(POLICY, controller)) as
        Policy | undefined,
    }));
}

async function allRoutes(): Promise<Route[]> {
  const app = await previewApi();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const routes = controllers.flatMap(({ metatype }) => (metatype === null ? [] : routesOf(metatype as Type)));
  await app.close();
  return routes;
}

/** Routes that anybody may call: getting in, links from mails, and health. A new one is added here on purpose. */
const PUBLIC = /^\/(health\/(live|ready)|v1\/auth\/[a-z-]+|[lai]\/:token)$/;

describe('every route', () => {
  let routes: Route[];

  beforeAll(async () => {
    routes = await allRoutes();
  });

  it('is found', () => {
    expect(routes.length).toBeGreaterThan(1);
  });

  it('states who may call it', () => {
    expect(routes.filter(({ policy }) => policy === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('is public only where it has to be', () => {
    expect(
      routes
        .filter(({ path, policy }) => policy?.kind === 'public' && !PUBLIC.test(path))
        .map(({ name, path }) => `${name} ${path}`),
    ).toEqual([]);
  });

  it('asks for a program role exactly where a program stands in its path', () => {
    const wrong = routes.filter(
      ({ path, policy }) => path.startsWith('/v1/programs/:programId') !== (policy?.kind === 'program'),
    );
    expect(wrong.map(({ name, path }) => `${name} ${path}`)).toEqual([]);
  });
});
