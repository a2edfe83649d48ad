import type { MailContent } from './mail-content.js';
import { renderMail } from './render-mail.js';

const content = (more: Partial<MailContent> = {}): MailContent => ({
  subject: 'Meet Dana, your mentor in Northwind',
  preheader: 'Pick a time',
  brand: 'Northwind',
  blocks: [],
  footer: 'Reply to this mail to reach Sam.',
  ...more,
});

const nasty = `<script>alert("x")</script> & 'quotes'`;

describe('renderMail', () => {
  it('escapes what people wrote, in every kind of block', async () => {
    const { html } = await renderMail(
      content({
        subject: nasty,
        preheader: nasty,
        brand: nasty,
        footer: nasty,
        blocks: [
          { type: 'heading', text: nasty },
          { type: 'paragraph', text: nasty },
          { type: 'small', text: nasty },
          { type: 'quote', text: nasty },
          { type: 'bullets', items: [nasty] },
          {
            type: 'facts',
            items: [
              { label: nasty, value: nasty },
              { label: nasty, value: nasty, url: 'https://y.test/' },
            ],
          },
          { type: 'times', items: [{ label: nasty, note: nasty, url: 'https://x.test/' }, { label: nasty }] },
          { type: 'buttons', links: [{ label: nasty, url: 'https://x.test/?a="b"&c=<d>' }] },
        ],
      }),
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('alert("x")');
    expect(html.match(/&lt;script&gt;alert\(&quot;x&quot;\)/g)?.length).toBeGreaterThanOrEqual(14);
    expect(html).toContain('href="https://x.test/?a&#x3D;%22b%22&amp;c&#x3D;%3Cd%3E"');
  });

  it('does not run what looks like a template', async () => {
    const { html, text } = await renderMail(content({ blocks: [{ type: 'paragraph', text: '{{brand}}' }] }));
    expect(html).toContain('{{brand}}');
    expect(text).toContain('{{brand}}');
  });

  it('leaves nothing of the template behind and needs nothing from elsewhere', async () => {
    const { html } = await renderMail(content({ blocks: [{ type: 'heading', text: 'Hello' }] }));
    expect(html).not.toMatch(/\{\{|\}\}|<mj-/);
    expect(html).not.toMatch(/<img|<link|@import|fonts\.googleapis/);
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('makes a link of a fact and of a time that has an address', async () => {
    const { html } = await renderMail(
      content({
        blocks: [
          { type: 'facts', items: [{ label: 'Where', value: 'A room', url: 'https://x.test/room' }] },
          { type: 'times', items: [{ label: 'Tue', url: 'https://x.test/tue' }] },
        ],
      }),
    );
    expect(html).toContain('<a href="https://x.test/room">A room</a>');
    expect(html).toContain('<a href="https://x.test/tue">Tue</a>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'refuses the link %s',
    async (url) => {
      const mail = content({ blocks: [{ type: 'buttons', links: [{ label: 'Go', url }] }] });
      await expect(renderMail(mail)).rejects.toThrow(RangeError);
    },
  );

  it('writes a plain version that reads like a letter', async () => {
    const { text } = await renderMail(
      content({
        blocks: [
          { type: 'heading', text: 'Hello Ana' },
          { type: 'quote', text: 'First\nSecond' },
          { type: 'bullets', items: ['one', 'two'] },
          { type: 'facts', items: [{ label: 'When', value: 'Tue 3 Mar, 18:00 (Berlin)' }] },
          { type: 'times', items: [{ label: 'Tue 3 Mar', url: 'https://x.test/1' }] },
          { type: 'buttons', links: [{ label: 'Pick a time', url: 'https://x.test/2' }] },
        ],
      }),
    );
    expect(text).toBe(
      'Hello Ana\n\n> First\n> Second\n\n- one\n- two\n\nWhen: Tue 3 Mar, 18:00 (Berlin)\n\n' +
        '- Tue 3 Mar\n  https://x.test/1\n\nPick a time:\nhttps://x.test/2\n\n' +
        '-- \nNorthwind\nReply to this mail to reach Sam.\n',
    );
  });

  it('keeps a right-to-left text and a 60-letter name whole', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewiss';
    const { html } = await renderMail(
      content({
        blocks: [
          { type: 'quote', text: 'שלום, אני רוצה ללמוד' },
          { type: 'facts', items: [{ label: 'Mentor', value: long }] },
        ],
      }),
    );
    expect(html).toContain('<div class="said" dir="auto">שלום, אני רוצה ללמוד</div>');
    expect(html).toContain(long);
    expect(html).toContain('overflow-wrap: anywhere');
  });
});
