import type request from 'supertest';
import type { TestApi, TestPerson } from './api-app.js';

/** Requests in a person's name. */
export interface SignedIn {
  get(path?: string): request.Test;
  post(path?: string, body?: object): request.Test;
  put(path: string, body: object): request.Test;
  patch(path: string, body: object): request.Test;
  delete(path: string): request.Test;
}

/**
 * Sends requests in a person's name.
 *
 * @param base what every path starts with
 */
export function signedIn(api: TestApi, { bearer }: Pick<TestPerson, 'bearer'>, base = ''): SignedIn {
  const { http } = api;
  const named = (test: request.Test): request.Test => test.set('Authorization', bearer);
  return {
    get: (path = '') => named(http.get(base + path)),
    post: (path = '', body = {}) => named(http.post(base + path)).send(body),
    put: (path, body) => named(http.put(base + path)).send(body),
    patch: (path, body) => named(http.patch(base + path)).send(body),
    delete: (path) => named(http.delete(base + path)),
  };
}
