import type { SkillNames } from './read-result.js';
import type { RowCells } from './row-cells.js';

/** A tag with its number: a level of 1–5 or a priority of 1–3. */
export interface RankedSkill {
  readonly tag: string;
  readonly skillId: string | null;
  readonly rank: number;
}

/** How the numbers of a skills cell are called and bounded. */
export interface SkillScale {
  readonly word: 'level' | 'priority';
  readonly highest: number;
  /** For a tag without a number; null makes that an error. */
  readonly whenAbsent: number | null;
}

const LONGEST_TAG = 80;
const MOST_SKILLS = 100;

/**
 * Reads a cell like `javascript:4; react native:3`. A comma belongs to the tag (`mean stack, pwa:3`) unless it follows a
 * number. A tag may name several skills of the taxonomy. An unknown tag is a warning; a bad number or an unreadable piece is an error, each named on its own.
 */
export function readSkills(
  cells: RowCells,
  key: string,
  scale: SkillScale,
  taxonomy: SkillNames | undefined,
): readonly RankedSkill[] {
  const pieces = cells
    .text(key)
    .split(/[;\n\r]|(?<=:\s{0,3}\d{1,9})\s*,/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length > MOST_SKILLS) {
    cells.error(key, 'too-long', `At most ${MOST_SKILLS} skills fit here.`, cells.text(key));
    return [];
  }
  const byMeaning = new Map<string, RankedSkill>();
  for (const piece of pieces) {
    for (const skill of readPiece(cells, key, piece, scale, taxonomy)) {
      const meaning = skill.skillId ?? `tag ${skill.tag.toLowerCase()}`;
      const before = byMeaning.get(meaning);
      if (before !== undefined) {
        const message = `"${before.tag}" and "${skill.tag}" are one skill; the higher ${scale.word} counts.`;
        cells.warn(key, 'duplicate-skill', message, piece);
      }
      if (before === undefined || skill.rank > before.rank) byMeaning.set(meaning, skill);
    }
  }
  return [...byMeaning.values()];
}

function readPiece(
  cells: RowCells,
  key: string,
  piece: string,
  scale: SkillScale,
  taxonomy: SkillNames | undefined,
): readonly RankedSkill[] {
  const colon = piece.lastIndexOf(':');
  const tag = (colon < 0 ? piece : piece.slice(0, colon)).trim().replace(/\s+/gu, ' ');
  const number = colon < 0 ? '' : piece.slice(colon + 1).trim();
  if (tag === '' || tag.length > LONGEST_TAG) {
    const what =
      tag === '' ? 'There is no skill before the colon' : `A skill has at most ${LONGEST_TAG} characters`;
    cells.error(key, 'invalid-skill', `${what}: write it like "javascript:3".`, piece);
    return [];
  }
  const rank = readRank(cells, key, piece, tag, number, scale);
  if (rank === null) return [];
  const known = taxonomy?.resolveAll(tag) ?? [];
  if (known.length > 0) return known.map((skillId) => ({ tag, skillId, rank }));
  if (taxonomy !== undefined) {
    const close = cells.advice.once(`skill ${tag}`, () => taxonomy.suggest(tag, 1)[0]?.skill.name);
    const message = `The skill "${tag}" is not in the list of skills; it is kept for the program's own list.`;
    cells.warn(key, 'unknown-skill', message, piece, close && `${close}:${rank}`);
  }
  return [{ tag, skillId: null, rank }];
}

function readRank(
  cells: RowCells,
  key: string,
  piece: string,
  tag: string,
  number: string,
  scale: SkillScale,
): number | null {
  if (number === '' && scale.whenAbsent !== null) return scale.whenAbsent;
  const middle = Math.ceil(scale.highest / 2);
  const form = `"${tag}" needs a ${scale.word} from 1 to ${scale.highest} after a colon`;
  if (!/^\d{1,9}$/u.test(number)) {
    cells.error(key, 'invalid-skill', `${form}.`, piece, `${tag}:${middle}`);
    return null;
  }
  const rank = Number(number);
  if (rank < 1 || rank > scale.highest) {
    const nearest = Math.min(Math.max(rank, 1), scale.highest);
    cells.error(key, 'out-of-range', `${form}; ${number} is outside.`, piece, `${tag}:${nearest}`);
    return null;
  }
  return rank;
}
