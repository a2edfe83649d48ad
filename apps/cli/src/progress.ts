import type { CliIo } from './cli-io.js';

/** A line on a terminal that tells what is being done and how far it is; silent elsewhere. */
export class Progress {
  private shown = '';

  constructor(private readonly io: CliIo) {}

  /** @param share what is done, 0..1 */
  show(what: string, share: number): void {
    if (!this.io.showProgress) return;
    const text = `${what} ${Math.floor(share * 100)} %`;
    if (text === this.shown) return;
    this.io.err(`\r${text.padEnd(this.shown.length)}`);
    this.shown = text;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.shown !== '') this.io.err(`\r${' '.repeat(this.shown.length)}\r`);
    this.shown = '';
  }
}
