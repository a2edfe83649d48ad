import type { MailBlock } from '#mail';

/** What a person wrote, where they wrote something. */
export function quoted(text: string | null): MailBlock[] {
  return text === null || text === '' ? [] : [{ type: 'quote', text }];
}

/** One button. */
export function button(label: string, url: string, quiet = false): MailBlock[] {
  return [{ type: 'buttons', links: [{ label, url, quiet }] }];
}
