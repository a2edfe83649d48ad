import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** 22 characters of a UUID's 16 bytes, a dot, 43 characters of an HMAC's 32 bytes. */
const SIGNED = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/;

/** Derives a key for one use from the server key (HKDF, RFC 5869), so that one use can't forge for another. */
export function deriveKey(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `rapport:${use}`, 32));
}

/**
 * A text that proves that we handed out this id for this kind of use: `base64url(id).base64url(HMAC-SHA256)`.
 * It is the same each time, so a mail that is sent again carries the same link and nothing need be stored.
 */
export function signId(key: Buffer, kind: string, id: string): string {
  if (!UUID.test(id)) throw new TypeError('Only a UUID in lower case can be signed.');
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const mac = createHmac('sha256', key).update(`${kind}:${id}`).digest('base64url');
  return `${bytes.toString('base64url')}.${mac}`;
}

/** The id inside a signed text, or null when the text is not exactly what `signId` gave out for this kind. */
export function verifySignedId(key: Buffer, kind: string, text: string): string | null {
  const encoded = SIGNED.exec(text)?.[1];
  if (encoded === undefined) return null;
  const hex = Buffer.from(encoded, 'base64url').toString('hex');
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
  const expected = Buffer.from(signId(key, kind, id));
  const given = Buffer.from(text);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}
