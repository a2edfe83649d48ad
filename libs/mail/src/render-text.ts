import type { MailBlock, MailContent } from './mail-content.js';

/** The plain version of a mail, as a person would write it. */
export function renderText(content: MailContent): string {
  const parts = content.blocks.map(blockText).filter((part) => part !== '');
  return [...parts, `-- \n${content.brand}\n${content.footer}`].join('\n\n') + '\n';
}

function blockText(block: MailBlock): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'small':
      return block.text;
    case 'buttons':
      return block.links.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'bullets':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'quote':
      return block.text
        .split(/\r?\n/u)
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'times':
      return block.items
        .map(({ label, note, url }) =>
          [
            `- ${label}`,
            ...(note === undefined ? [] : [`  ${note}`]),
            ...(url === undefined ? [] : [`  ${url}`]),
          ].join('\n'),
        )
        .join('\n');
  }
}
