import { describeApi } from '../../apps/api/src/openapi/describe-api.js';
import { allRoutes, type Route } from '../support/routes.js';

/** Pages that say what can be done, and nothing about anybody. */
const PAGES =
  /^\/(sign-in|forgotten-password|welcome|mentors|requests|(book|mentorships)\/:mentorshipId|admin\/people)?$/;

/** Routes that anybody may call: getting in, links from mails, and health. A new one is added here on purpose. */
const PUBLIC = new RegExp(
  `${PAGES.source}|${/^\/(health\/(live|ready)|v1\/auth\/[a-z-]+|[laiu]\/:token|u\/:token\/again)$/.source}`,
);

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

  it('is described, unless it is a page for anybody: the tests of authorisation and bad input know no other', async () => {
    const { paths } = await describeApi();
    const described = Object.values(paths).flatMap((methods) =>
      Object.values(methods as object).map(
        (operation) => (operation as { operationId?: string }).operationId,
      ),
    );
    const hidden = routes.filter(({ name }) => !described.includes(name.replace('Controller.', '_')));
    expect(hidden.filter(({ policy }) => policy?.kind !== 'public').map(({ name }) => name)).toEqual([]);
    expect(hidden.length).toBeLessThan(routes.length / 4);
  });
});
