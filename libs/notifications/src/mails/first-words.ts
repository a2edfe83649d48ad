/** The beginning of a text, at most this many words, in one paragraph; cut texts end in an ellipsis. */
export function firstWords(text: string, most: number): string {
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.length <= most ? words.join(' ') : `${words.slice(0, most).join(' ')} …`;
}
