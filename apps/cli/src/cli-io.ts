/** The world as a command sees it; tests hand in their own. */
export interface CliIo {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  /** Whether standard output is a terminal: then a summary is worth writing. */
  readonly showSummary: boolean;
  /** Whether standard error is a terminal: then progress is worth writing. */
  readonly showProgress: boolean;
  /** The present local date, `2026-03-01`. */
  today(): string;
}

/** Standard streams and the machine's clock. */
export function processIo(): CliIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    showSummary: process.stdout.isTTY,
    showProgress: process.stderr.isTTY,
    today: () => {
      const now = new Date();
      const two = (value: number): string => String(value).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
  };
}
