/** Text of a file and how it was read. */
export interface DecodedText {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`, or the one that was asked for. */
  readonly encoding: string;
  /** How many places could not be read and stand as U+FFFD. */
  readonly broken: number;
}

// Node 20 decodes these 32 bytes as controls, where the Encoding Standard has signs.
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The part of a TextDecoder that is used here. */
interface Decoder {
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}

/**
 * Reads the bytes of a text file. A byte order mark decides; then zero bytes (UTF-16 without a mark), then valid UTF-8;
 * then UTF-8 with a few broken places when most of its other letters are sound; else Windows' western code page.
 *
 * @param encoding a label of the Encoding Standard, when the person knows better; an unknown label is ignored
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  const wanted = encoding === undefined ? null : decoderFor(encoding);
  if (wanted !== null) return decoded(wanted, bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(new TextDecoder('utf-16le'), bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(new TextDecoder('utf-16be'), bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!marked) {
    const wide = wideEncoding(bytes);
    if (wide !== null) return decoded(new TextDecoder(wide), bytes);
  }
  const utf8 = decoded(new TextDecoder('utf-8'), bytes);
  if (marked || utf8.broken === 0 || utf8.broken * 2 <= soundLetters(utf8.text)) return utf8;
  const western = decoded(new TextDecoder('windows-1252'), bytes);
  return {
    ...western,
    text: western.text.replace(/[\u0080-\u009F]/gu, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80)),
  };
}

function decoded(decoder: Decoder, bytes: Uint8Array): DecodedText {
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, broken: text.split('\uFFFD').length - 1 };
}

function decoderFor(label: string): Decoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** Letters beyond ASCII that were read well. */
function soundLetters(text: string): number {
  return (text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length;
}

/** Latin text in UTF-16 has a zero in every second byte; other text files have none. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = Math.min(bytes.length & ~1, 512);
  if (looked < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > looked / 4 && even === 0) return 'utf-16le';
  if (even > looked / 4 && odd === 0) return 'utf-16be';
  return null;
}
