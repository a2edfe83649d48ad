import { Database } from '#database';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_SIGN_INS, type DemoSignIn } from './demo-sign-in.js';
import { DemoSeeder } from './demo-seeder.js';

/**
 * Fills an empty database with a demo program, and says who can sign in; a filled one is left as it is.
 *
 * @param app the API, wired but not listening yet
 * @param password what every demo person signs in with
 */
export async function seedDemo(
  app: INestApplicationContext,
  password: string,
): Promise<readonly DemoSignIn[]> {
  const db = app.get(Database, { strict: false });
  const signIns = Object.values(DEMO_SIGN_INS);
  // One transaction: a start that is interrupted leaves an empty database, which the next one fills.
  await db.transaction(async () => {
    const [anybody] = await db.query(`SELECT 1 FROM account LIMIT 1`);
    if (anybody === undefined) await new DemoSeeder(app).seed(password);
  });
  const known = await db.query<{ email: string }>(`SELECT email FROM account WHERE email = ANY($1)`, [
    signIns.map(({ email }) => email),
  ]);
  const emails = new Set(known.map(({ email }) => email));
  return signIns.filter(({ email }) => emails.has(email));
}
