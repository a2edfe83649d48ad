import Handlebars from 'handlebars';
import { MAIL_LAYOUT } from './mail-layout.data.js';
import type { MailBlock, MailContent, MailLink, RenderedMail } from './mail-content.js';
import { renderText } from './render-text.js';

type Fill = (context: object) => string;

let layout: Promise<Fill> | null = null;

/**
 * Gives a mail its look, in HTML and in plain text. Every text of the content is escaped.
 *
 * @throws RangeError when a link is not `http` or `https`
 */
export async function renderMail(content: MailContent): Promise<RenderedMail> {
  layout ??= compileLayout();
  const fill = await layout;
  const { subject, preheader, brand, footer } = content;
  const html = fill({ subject, preheader, brand, footer, blocks: content.blocks.map(forTemplate) });
  return { html, text: renderText(content) };
}

/** Loaded on the first mail: a process that never renders one does not pay for it. */
async function compileLayout(): Promise<Fill> {
  const { default: mjml } = await import('mjml');
  const { html } = await mjml(MAIL_LAYOUT, { validationLevel: 'strict', keepComments: true, fonts: {} });
  return Handlebars.compile(html, { strict: false });
}

function forTemplate(block: MailBlock): object {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'small':
    case 'quote':
      return { [block.type]: block.text };
    case 'buttons':
      return { links: block.links.map(action) };
    case 'facts':
      return { facts: block.items.map(withAddress) };
    case 'bullets':
      return { bullets: block.items };
    case 'times':
      return { times: block.items.map(withAddress) };
  }
}

/** Many readers drop style sheets: what makes a button a button is written on it as well. */
const BUTTON =
  'display:inline-block;border-radius:8px;padding:12px 22px;margin:4px 8px 4px 0;font-size:16px;font-weight:600;text-decoration:none;';
const MAIN_BUTTON = `${BUTTON}background:#3d4fb8;border:1px solid #3d4fb8;color:#ffffff;`;
const QUIET_BUTTON = `${BUTTON}border:1px solid #c9c6dd;color:#3d4fb8;`;

function action({ label, url, quiet }: MailLink): object {
  return {
    label,
    url: webAddress(url),
    quiet: quiet === true,
    style: quiet === true ? QUIET_BUTTON : MAIN_BUTTON,
  };
}

/** The address of an item that has one, checked. */
function withAddress<T extends { readonly url?: string }>(item: T): T {
  return item.url === undefined ? item : { ...item, url: webAddress(item.url) };
}

function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:') return href;
  throw new RangeError('A link in a mail must start with http:// or https://.');
}
