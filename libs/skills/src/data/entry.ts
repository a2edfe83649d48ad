/**
 * One row of the taxonomy as it is written down: id, name, aliases (comma-separated), relations in permille.
 * A relation is stated once, on either side, and holds for both.
 */
export type SkillEntry = readonly [
  id: string,
  name: string,
  aliases?: string,
  related?: Readonly<Record<string, number>>,
];

/** Rows that share a category and a kind. */
export interface SkillSheet {
  readonly category: string;
  readonly kind: 'professional' | 'interpersonal';
  readonly entries: readonly SkillEntry[];
}
