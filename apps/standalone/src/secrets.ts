import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Random strings that an installation keeps to itself. */
export interface Secrets {
  /** Signs access tokens and links in mails. */
  readonly authSecret: string;
  /** Signs in as every demo person. */
  readonly demoPassword: string;
}

/** Reads the secrets of a data home; what is missing is made, and kept in a file that only its owner can read. */
export function loadSecrets(home: string): Secrets {
  const file = join(home, 'secrets.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    authSecret: known.authSecret ?? randomBytes(48).toString('base64url'),
    demoPassword: known.demoPassword ?? readablePassword(),
  };
  if (known.authSecret === undefined || known.demoPassword === undefined) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

/** 80 random bits in letters and digits that are told apart easily when typed. */
function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz023456789';
  const characters = Array.from(randomBytes(16), (byte) => letters.charAt(byte % letters.length)).join('');
  return (characters.match(/.{4}/g) ?? []).join('-');
}
