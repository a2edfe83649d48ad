import { isTimeZone } from '#availability';
import type { FieldProblem } from '#kernel';
import { problemsOfSettings } from '../settings/check-settings.js';
import type { GoalArea } from './program.view.js';

/** What somebody says about a program; what is missing keeps its value or gets the default. */
export interface ProgramInput {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly goalAreas?: readonly GoalArea[] | undefined;
  /** Changes to settings, unchecked. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/** Every problem of the input by field. */
export function problemsOfProgram(input: ProgramInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.name?.trim() === '') problems.push({ path: 'name', message: 'Give the program a name.' });
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone))
    problems.push({ path: 'timeZone', message: 'Give a zone of the IANA list, like Europe/Berlin.' });
  const seen = new Set<string>();
  for (const [index, { key }] of (input.goalAreas ?? []).entries()) {
    if (seen.has(key))
      problems.push({ path: `goalAreas.${index}.key`, message: `The key "${key}" is there already.` });
    seen.add(key);
  }
  return [...problems, ...problemsOfSettings(input.settings ?? {})];
}
