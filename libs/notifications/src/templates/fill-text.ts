import type { MailBlock, MailContent } from '#mail';
import {
  COMMON_WORDS,
  type Filling,
  type MailTemplate,
  type MailText,
  type TextBlock,
} from './mail-template.js';

/** A token with its place: `{{mentor_name}}`, white space inside allowed. */
export const TOKEN = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** What a text says with values for its tokens. */
export type FilledText = Pick<MailContent, 'subject' | 'preheader' | 'blocks'>;

/**
 * Puts values in the place of tokens, once: what looks like a token in a value stays as it is. A block in which a word
 * is empty is left out.
 *
 * @throws RangeError for a token without a value
 */
export function fillText(text: MailText, { words, parts }: Filling): FilledText {
  const line = (raw: string): string => fillWords(raw, words) ?? raw.replaceAll(TOKEN, '').trim();
  const blocks = text.blocks.flatMap((block) => {
    const part = partIn(block, Object.keys(parts));
    return part === null ? fillBlock(block, words) : [...(parts[part] ?? [])];
  });
  return { subject: line(text.subject), preheader: line(text.preheader), blocks };
}

/** Name of the part whose token is all that a block has. */
export function partIn({ text }: TextBlock, names: readonly string[]): string | null {
  const [found] = [...text.trim().matchAll(TOKEN)];
  const name = found?.[1] ?? '';
  return found?.[0] === text.trim() && names.includes(name) ? name : null;
}

/** Values that previews and tests show. */
export function sampleFilling({ words, parts }: MailTemplate): Filling {
  const samples = Object.entries({ ...COMMON_WORDS, ...words }).map(([name, { sample }]) => [name, sample]);
  return {
    words: Object.fromEntries(samples) as Record<string, string>,
    parts: Object.fromEntries(Object.entries(parts).map(([name, { sample }]) => [name, sample])),
  };
}

function fillBlock(block: TextBlock, words: Filling['words']): MailBlock[] {
  const text = fillWords(block.text, words);
  return text === null || text === '' ? [] : [{ type: block.style, text }];
}

/** Null when a word of the text is empty. */
function fillWords(text: string, words: Filling['words']): string | null {
  const used = [...text.matchAll(TOKEN)].map((token) => wordOf(token[1] ?? '', words));
  if (used.includes('')) return null;
  return text.replaceAll(TOKEN, (_token, name: string) => wordOf(name, words));
}

function wordOf(name: string, words: Filling['words']): string {
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word === undefined) throw new RangeError(`There is no token ${name}.`);
  return word;
}
