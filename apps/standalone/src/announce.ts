import type { DemoSignIn } from './demo/demo-sign-in.js';

/** What there is to tell once everything runs. */
export interface Running {
  readonly api: string;
  readonly mailPage: string;
  readonly mailOrigin: string;
  readonly smtpPort: number;
  readonly home: string;
  readonly signIns: readonly DemoSignIn[];
  readonly demoPassword: string;
  /** Seconds since the start. */
  readonly seconds: number;
}

/** The text that a person reads when everything runs. */
export function readyText(running: Running): string {
  const { api, mailPage, home, signIns, demoPassword, seconds } = running;
  const rows: [string, string][] = [
    ['Rapport', api],
    ['API reference', `${api}/docs`],
    ['Mail', mailPage],
    ['Data', home],
  ];
  if (signIns.length > 0) {
    rows.push(['', '']);
    for (const { role, email } of signIns) rows.push([`Sign in as ${role}`, email]);
    rows.push(['Password of all', demoPassword]);
  }
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}${value}`.trimEnd());
  return ['', `Ready in ${seconds.toFixed(1)} s. Ctrl-C stops everything.`, '', ...lines, ''].join('\n');
}

/** The same for a program that started us. */
export function readyJson(running: Running): Record<string, unknown> {
  const { api, mailOrigin: mail, smtpPort, home, signIns, demoPassword } = running;
  return { api, mail, smtpPort, home, signIns, demoPassword };
}
