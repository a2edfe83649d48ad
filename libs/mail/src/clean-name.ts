/** Longest name in a header; longer ones are cut, because some servers refuse long header lines. */
const LONGEST = 120;

/**
 * A person's name as it may stand in a mail header or a calendar: one line, without control characters, quotes,
 * backslashes, angle brackets or invisible marks of direction.
 */
export function cleanName(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/["\\<>\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, LONGEST).join('').trim();
}

/** A single line for a subject: line breaks and control characters become spaces. */
export function cleanLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name that can stand in a left-to-right sentence: one written from right to left keeps its order to itself. */
export function isolateName(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
