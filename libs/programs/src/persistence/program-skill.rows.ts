/** A skill of a program's own list. */
export interface ProgramSkillRow {
  id: string;
  name: string;
  merged_into: string | null;
}
