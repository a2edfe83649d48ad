import { commonWords } from './common-passwords.data.js';

/** Shortest and longest password, in characters (code points). */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** The shortest text of which the password is a repetition: `abcabc` → `abc`. */
function unitOf(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

function isRun(text: string): boolean {
  const backwards = text.split('').reverse().join('');
  return ROWS.some((row) => row.includes(text) || row.includes(backwards));
}

/**
 * Why a password is refused, as a sentence that tells what to do; null when it is good. No rules of composition: length,
 * no well-known password, nothing that is the person's own name or address (OWASP ASVS 5.0, 6.2).
 *
 * @param own name and address of the person
 */
export function passwordProblem(password: string, own: readonly string[]): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN)
    return `Choose a password of at least ${PASSWORD_MIN} characters; a few words in a row do well.`;
  if (length > PASSWORD_MAX) return `Choose a password of at most ${PASSWORD_MAX} characters.`;
  const folded = password.toLowerCase();
  const unit = unitOf(folded);
  const letters = unitOf(folded.replaceAll(/[^\p{L}]/gu, ''));
  if (unit.length < 4 || isRun(unit) || commonWords.has(letters))
    return 'This password is among the first that are guessed. Choose one that nobody else would.';
  const names = own.flatMap((text) => [text.toLowerCase(), text.toLowerCase().split('@')[0] ?? '']);
  if (
    names.some(
      (name) => name.length > 3 && (folded === name || letters === name.replaceAll(/[^\p{L}]/gu, '')),
    )
  )
    return 'Choose a password that is not your name or your address.';
  return null;
}
