import type request from 'supertest';
import type { TestApi, TestPerson } from './api-app.js';

/** Requests in a person's name. */
export interface SignedIn {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body: object): request.Test;
  patch(path: string, body: object): request.Test;
}

/** Sends requests in a person's name. */
export function signedIn(api: TestApi, person: TestPerson): SignedIn {
  const { http } = api;
  return {
    get: (path) => http.get(path).set('Authorization', person.bearer),
    post: (path, body = {}) => http.post(path).set('Authorization', person.bearer).send(body),
    put: (path, body) => http.put(path).set('Authorization', person.bearer).send(body),
    patch: (path, body) => http.patch(path).set('Authorization', person.bearer).send(body),
  };
}
