import type request from 'supertest';
import type { TestApi } from './api-app.js';
import { bodies, queries, things } from './authorisation.data.js';
import type { ApiDescription, Operation } from './openapi.js';
import type { Persona, ProgramWorld, ThingIds } from './program-world.js';

/** How a call differs from the one that the documentation's examples make. */
export interface CallChanges {
  readonly ids?: ThingIds;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

/** Calls operations of the API by their description, as one of the people of a world. */
export class ApiCaller {
  constructor(
    private readonly api: TestApi,
    private readonly description: ApiDescription,
    private readonly world: ProgramWorld,
  ) {}

  /** The path of an operation with its parameters filled in. @throws for a parameter that the world does not have */
  pathOf(operation: Operation, ids: ThingIds): string {
    return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const id = ids[things[operation.id]?.[name] ?? name];
      if (id === undefined) throw new Error(`${operation.id}: the world has no ${name}.`);
      return id;
    });
  }

  /** The ids of the things of a person's world. */
  idsFor(persona: Persona): ThingIds {
    const { people, own } = this.world;
    return { ...own, deviceId: people[persona === 'nobody' ? 'mentee' : persona].deviceId };
  }

  /** Whatever the operation's body should be: an example that is valid. */
  bodyOf(operation: Operation): unknown {
    const made = bodies[operation.id];
    if (made !== undefined) return made(this.world);
    const schema = this.description.bodyOf(operation);
    return schema === null ? undefined : this.description.exampleOf(schema);
  }

  /** An unsent request without a body. */
  request(operation: Operation, persona: Persona, { ids, query }: CallChanges = {}): request.Test {
    const call = this.api.http[operation.method](this.pathOf(operation, ids ?? this.idsFor(persona)))
      .set('Accept', 'application/json')
      .query({ ...queries[operation.id]?.(this.world), ...query });
    if (operation.parameters.some(({ name }) => name === 'If-Match')) void call.set('If-Match', '"1"');
    return persona === 'nobody' ? call : call.set('Authorization', this.world.people[persona].bearer);
  }

  /** Sends a call as the documentation describes it. */
  async call(operation: Operation, persona: Persona, changes: CallChanges = {}): Promise<request.Response> {
    const call = this.request(operation, persona, changes);
    if (operation.streams)
      return headOf(
        call.url,
        persona === 'nobody' ? {} : { authorization: this.world.people[persona].bearer },
      );
    const body = 'body' in changes ? changes.body : this.bodyOf(operation);
    return body === undefined ? call : call.send(body as object);
  }
}

/** The answer of a stream without what follows: it says who may read it. */
async function headOf(url: string, headers: Readonly<Record<string, string>>): Promise<request.Response> {
  const answer = await fetch(url, { headers });
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson ? await answer.json() : {};
  if (!isJson) await answer.body?.cancel();
  const { status, ok } = answer;
  return { status, ok, headers: Object.fromEntries(answer.headers), body } as request.Response;
}
