import type { FieldProblem } from '#kernel';

/** Something with a key and a name. */
export interface GroupOption {
  readonly key: string;
  readonly label: string;
}

/** A question that people may answer about themselves, for the fairness report alone. */
export interface GroupQuestion extends GroupOption {
  readonly options: readonly GroupOption[];
}

/** The group of those who did not answer; no option may be called so. */
export const NOT_SAID = 'not-said';

const MOST_QUESTIONS = 5;
const MOST_OPTIONS = 12;
const KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** Problems of a program's group questions, by path. */
export function problemsOfGroupQuestions(value: unknown, path: string): FieldProblem[] {
  if (!Array.isArray(value) || value.length > MOST_QUESTIONS)
    return [{ path, message: `Give a list of at most ${MOST_QUESTIONS} questions.` }];
  return [
    ...problemsOfKeys(value, path),
    ...value.flatMap((question: unknown, index) => {
      const at = `${path}.${index}`;
      const problems = problemsOfNamed(question, at, ['key', 'label', 'options']);
      if (problems.length > 0) return problems;
      const { options } = question as { options?: unknown };
      if (!Array.isArray(options) || options.length < 2 || options.length > MOST_OPTIONS)
        return [{ path: `${at}.options`, message: `Give 2 to ${MOST_OPTIONS} options.` }];
      return [
        ...problemsOfKeys(options, `${at}.options`),
        ...options.flatMap((option: unknown, place) =>
          problemsOfNamed(option, `${at}.options.${place}`, ['key', 'label']),
        ),
      ];
    }),
  ];
}

function problemsOfNamed(value: unknown, path: string, fields: readonly string[]): FieldProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path, message: `Give {${fields.map((field) => `"${field}"`).join(', ')}}.` }];
  const extra = Object.keys(value).filter((name) => !fields.includes(name));
  if (extra.length > 0)
    return extra.map((name) => ({ path: `${path}.${name}`, message: 'This field is unknown; remove it.' }));
  const { key, label } = value as { key?: unknown; label?: unknown };
  const problems: FieldProblem[] = [];
  if (typeof key !== 'string' || !KEY.test(key) || key === NOT_SAID)
    problems.push({
      path: `${path}.key`,
      message: 'Give a key of a–z, 0–9 and hyphens, such as "part-time".',
    });
  if (typeof label !== 'string' || label.trim() === '' || label.length > 120 || /\p{Cc}/u.test(label))
    problems.push({ path: `${path}.label`, message: 'Give one line of 1 to 120 characters.' });
  return problems;
}

function problemsOfKeys(list: readonly unknown[], path: string): FieldProblem[] {
  const keys = list.map((one) => (typeof one === 'object' && one !== null && 'key' in one ? one.key : null));
  return new Set(keys).size < keys.length ? [{ path, message: 'Give each key once.' }] : [];
}
