import type { Request } from 'express';

/** How the device names itself, without control characters; null when it does not. */
export function deviceNameOf(request: Request): string | null {
  const name = (request.headers['user-agent'] ?? '').replaceAll(/[^\x20-\x7e]/g, '').trim();
  return name === '' ? null : name.slice(0, 300);
}
