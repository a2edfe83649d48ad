import { renderMail } from '#mail';
import fc from 'fast-check';
import { allTemplates } from './all-templates.js';
import { problemsOfText, tokensOf } from './check-text.js';
import { fillText, sampleFilling } from './fill-text.js';
import type { MailText } from './mail-template.js';

const KNOWN = { words: ['mentor_name', 'headline'], parts: ['buttons', 'times'], required: ['buttons'] };
const text = (...blocks: string[]): MailText => ({
  subject: 'Meet {{mentor_name}}',
  preheader: '',
  blocks: blocks.map((one) => ({ style: 'paragraph', text: one })),
});
const filling = (words: Record<string, string> = {}) => ({
  words: { mentor_name: 'Dana', headline: '', ...words },
  parts: { buttons: [{ type: 'buttons' as const, links: [] }], times: [] },
});

describe('the default texts', () => {
  it.each(allTemplates.map((template) => [template.key, template] as const))(
    '%s is valid',
    async (_key, template) => {
      expect(problemsOfText(template.text, tokensOf(template))).toEqual([]);
      const filled = fillText(template.text, sampleFilling(template));
      const { text: plain } = await renderMail({ ...filled, brand: 'Northwind', footer: 'Why' });
      expect(plain).not.toMatch(/\{\{|undefined/);
    },
  );

  it('have keys of their own, and none is about the account and its security', () => {
    expect(new Set(allTemplates.map(({ key }) => key)).size).toBe(allTemplates.length);
    const mails = allTemplates.map(({ mail }) => mail);
    for (const kind of ['verify-email', 'reset-password', 'sign-in-link', 'password-changed'] as const)
      expect(mails).not.toContain(kind);
  });
});

describe('filling a text', () => {
  it('puts words and parts in their places, and leaves out what is empty', () => {
    const filled = fillText(
      text('Hello {{ mentor_name }}', 'Known as {{headline}}, {{mentor_name}}', '{{times}}', ' {{buttons}} '),
      filling(),
    );
    expect(filled).toEqual({
      subject: 'Meet Dana',
      preheader: '',
      blocks: [
        { type: 'paragraph', text: 'Hello Dana' },
        { type: 'buttons', links: [] },
      ],
    });
  });

  it('keeps a subject whose word is empty', () => {
    expect(fillText({ ...text(), subject: 'For {{headline}}' }, filling()).subject).toBe('For');
  });

  it('never fills in what a value says', () => {
    fc.assert(
      fc.property(fc.constantFrom('{{headline}}', '{{buttons}}', '$&', '{{', '<b>'), (name) => {
        const { blocks } = fillText(text('{{mentor_name}}'), filling({ mentor_name: name }));
        expect(blocks).toEqual([{ type: 'paragraph', text: name }]);
      }),
    );
  });

  it('refuses a token without a value, also one that every object has', () => {
    for (const name of ['nobody', 'constructor', '__proto__'])
      expect(() => fillText(text(`{{${name}}}`), filling())).toThrow(RangeError);
  });
});

describe('checking a text', () => {
  it('names an unknown token by its place, and the nearest known', () => {
    expect(problemsOfText(text('Hello', 'Dear {{mentro_name}}', '{{buttons}}'), KNOWN)).toEqual([
      {
        path: 'blocks.1.text',
        message: 'This mail has no token {{mentro_name}}. The nearest is {{mentor_name}}.',
      },
    ]);
    expect(problemsOfText({ ...text('{{buttons}}'), subject: '{{x}}' }, KNOWN)).toMatchObject([
      { path: 'subject' },
    ]);
  });

  it('wants required parts once, alone in a block, and not in a line', () => {
    expect(problemsOfText(text('Hello'), KNOWN)).toMatchObject([{ path: 'blocks' }]);
    expect(problemsOfText(text('{{buttons}}', '{{buttons}}'), KNOWN)).toMatchObject([{ path: 'blocks' }]);
    expect(problemsOfText(text('Press {{buttons}}'), KNOWN).map(({ path }) => path)).toEqual([
      'blocks.0.text',
      'blocks',
    ]);
    expect(problemsOfText({ ...text('{{buttons}}'), subject: '{{times}}' }, KNOWN)).toMatchObject([
      { path: 'subject' },
    ]);
  });

  it.each(['{{mentor_name', 'mentor_name}}', '{{}', '{{#if x}}'])('refuses %s', (broken) => {
    expect(problemsOfText(text(broken, '{{buttons}}'), KNOWN)).not.toEqual([]);
  });

  it('lets through only what can be filled', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      'mentor_name',
      '{{mentor_name}}',
      '{{headline}}',
      'a',
      ' ',
      '{',
      '{{buttons}}',
    );
    const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const written = text(...lines, '{{buttons}}');
        if (problemsOfText(written, KNOWN).length > 0) return;
        expect(JSON.stringify(fillText(written, filling({ headline: 'x' })))).not.toMatch(/\{\{|\}\}(?!\])/);
      }),
    );
  });
});
