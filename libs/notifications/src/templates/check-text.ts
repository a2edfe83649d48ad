import type { FieldProblem } from '#kernel';
import { distance } from 'fastest-levenshtein';
import { partIn, TOKEN } from './fill-text.js';
import { COMMON_WORDS, type MailTemplate, type MailText } from './mail-template.js';

/** The names of tokens that a text may use. */
export interface KnownTokens {
  readonly words: readonly string[];
  readonly parts: readonly string[];
  readonly required: readonly string[];
}

/** The tokens of a template, those of every mail included. */
export function tokensOf({ words, parts }: MailTemplate): KnownTokens {
  return {
    words: Object.keys({ ...COMMON_WORDS, ...words }),
    parts: Object.keys(parts),
    required: Object.entries(parts).flatMap(([name, { required }]) => (required ? [name] : [])),
  };
}

/** Every problem of a text, by its place: unknown tokens, parts at the wrong place, and parts that must be there. */
export function problemsOfText(text: MailText, known: KnownTokens): FieldProblem[] {
  const used = text.blocks.flatMap((block) => partIn(block, known.parts) ?? []);
  const twice = used.filter((name, place) => used.indexOf(name) < place);
  return [
    ...problemsOfWords(text.subject, 'subject', known),
    ...problemsOfWords(text.preheader, 'preheader', known),
    ...text.blocks.flatMap((block, place) =>
      partIn(block, known.parts) === null ? problemsOfWords(block.text, `blocks.${place}.text`, known) : [],
    ),
    ...twice.map((name) => ({ path: 'blocks', message: `Use {{${name}}} once.` })),
    ...known.required
      .filter((name) => !used.includes(name))
      .map((name) => ({
        path: 'blocks',
        message: `The mail needs {{${name}}}: add a block with nothing else in it.`,
      })),
  ];
}

function problemsOfWords(text: string, path: string, known: KnownTokens): FieldProblem[] {
  const names = [...text.matchAll(TOKEN)].map((token) => token[1] ?? '');
  const problems = names.flatMap((name) => {
    if (known.words.includes(name)) return [];
    if (!known.parts.includes(name)) return [{ path, message: unknownWords(name, known) }];
    const message = path.startsWith('blocks')
      ? `{{${name}}} stands for a part of the mail; give it a block with nothing else in it.`
      : `{{${name}}} stands for a part of the mail and can’t stand here.`;
    return [{ path, message }];
  });
  const rest = text.replaceAll(TOKEN, '');
  return rest.includes('{{') || rest.includes('}}')
    ? [...problems, { path, message: 'A token begins with {{ and ends with }}, such as {{program_name}}.' }]
    : problems;
}

function unknownWords(name: string, { words, parts }: KnownTokens): string {
  const all = [...words, ...parts];
  const nearest = all.reduce((best, one) => (distance(one, name) < distance(best, name) ? one : best));
  return `This mail has no token {{${name}}}. The nearest is {{${nearest}}}.`;
}
