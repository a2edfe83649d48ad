import { POLICY, type Policy } from '#http';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { previewApi } from '../../apps/api/src/openapi/describe-api.js';

/** A route of the API. */
export interface Route {
  /** `Controller.method`. */
  readonly name: string;
  /** `GET`, `POST` … */
  readonly method: string;
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
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler as object) as RequestMethod],
      path: join(
        Reflect.getMetadata(PATH_METADATA, controller),
        Reflect.getMetadata(PATH_METADATA, handler as object),
      ),
      policy: (Reflect.getMetadata(POLICY, handler as object) ?? Reflect.getMetadata(POLICY, controller)) as
        Policy | undefined,
    }));
}

/** Every route of the API, as its controllers declare them; nothing is started. */
export async function allRoutes(): Promise<Route[]> {
  const app = await previewApi();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const routes = controllers.flatMap(({ metatype }) => (metatype === null ? [] : routesOf(metatype as Type)));
  await app.close();
  return routes;
}
