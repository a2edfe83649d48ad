const STARTS_A_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Makes text safe to open in a spreadsheet, which would run a cell that starts with `=`, `+`, `-` or `@`:
 * an apostrophe in front keeps it text.
 */
export function neutraliseFormula(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes {@link neutraliseFormula} on text that comes back. */
export function restoreFormula(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}
