import { RequestTextError } from '../requests.errors.js';

/**
 * A text of a request, trimmed, with line breaks but without other control characters.
 *
 * @throws RequestTextError when nothing is left, or more than `limit` characters
 */
export function requestText(path: string, text: string, limit: number): string {
  const clean = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  if (clean === '' || Array.from(clean).length > limit) throw new RequestTextError(path, limit);
  return clean;
}
