/** Addresses that carry ids at most. */
const OPEN = /^\/(v1|health|docs|problems)(\/|$)|^\/openapi\.json$/;
const LONGEST = 16;

/**
 * What of an address may stand in a log: no query, and outside of the API's own routes only where it begins, because
 * what follows there is the secret of a link by mail, however somebody has mistyped the way to it.
 */
export function loggedPath(url: string): string {
  const path = url.split('?')[0] ?? '';
  if (OPEN.test(path)) return path;
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '');
  const shown = first.length > LONGEST ? '…' : first;
  return rest.length === 0 ? `/${shown}` : `/${shown}/…`;
}
