/**
 * Key under which spellings of one skill meet: NFKC, lower case, accents off, then letters and digits alone.
 * `#`, `+` and a leading `.` carry meaning in names of languages, so they become words first:
 * "C", "C++", "C#" and ".NET" stay apart, while "C#" and "c-sharp", ".NET" and "dotnet" fall together.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .trim()
    .replace(/^#+/u, '')
    .replace(/#/gu, 'sharp')
    .replace(/\+/gu, 'plus')
    .replace(/&/gu, 'and')
    .replace(/(^|[\s/(])\.(?=net)/gu, '$1dot')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
