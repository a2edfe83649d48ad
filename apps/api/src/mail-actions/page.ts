import { createHash } from 'node:crypto';
import { PAGE_STYLE } from './page-style.js';

/** A field that a page asks for. */
export interface PageField {
  /** Letters only; the key in the input. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'password' | 'paragraph' | 'email' | 'choice';
  readonly required: boolean;
  /** In characters. */
  readonly maxLength: number;
  readonly minLength?: number;
  /** What was given before, when the form is shown again, or chosen by the link. */
  readonly value?: string;
  /** What a choice offers. */
  readonly options?: readonly PageOption[];
}

/** One thing to choose. */
export interface PageOption {
  readonly value: string;
  readonly label: string;
}

/** What the one form of a page offers. */
export interface PageForm {
  readonly button: string;
  /** Path that the form goes to; without it, the page's own. */
  readonly action?: string;
  readonly fields: readonly PageField[];
}

/** Another place to go from a page. */
export interface PageLink {
  readonly label: string;
  /** A path of this installation. */
  readonly path: string;
}

/** A page for somebody who comes from a mail: plain text, escaped when it is rendered. */
export interface Page {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly form?: PageForm;
  /** Why the form has to be filled in again. */
  readonly complaint?: string;
  readonly links?: readonly PageLink[];
}

const styleHash = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** Nothing but our own style and a form to ourselves: no script, no image, no frame. */
export const PAGE_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${styleHash}'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

function choiceHtml({ name, label, options = [], value }: PageField): string {
  const items = options.map((option) => {
    const checked = option.value === value ? ' checked' : '';
    const input = `<input type="radio" name="${escape(name)}" value="${escape(option.value)}" required${checked}>`;
    return `<label class="choice">${input} ${escape(option.label)}</label>`;
  });
  return `<fieldset>\n<legend>${escape(label)}</legend>\n${items.join('\n')}\n</fieldset>`;
}

function fieldHtml(field: PageField): string {
  if (field.kind === 'choice') return choiceHtml(field);
  const name = escape(field.name);
  const required = field.required ? ' required' : '';
  const least = field.minLength === undefined ? '' : ` minlength="${field.minLength}"`;
  const attributes = `id="${name}" name="${name}" maxlength="${field.maxLength}"${least}${required}`;
  const value = escape(field.value ?? '');
  const control = {
    password: `<input type="password" autocomplete="new-password" ${attributes}>`,
    email: `<input type="email" autocomplete="email" value="${value}" ${attributes}>`,
    paragraph: `<textarea rows="4" ${attributes}>${value}</textarea>`,
  }[field.kind];
  return `<label for="${name}">${escape(field.label)}</label>\n${control}`;
}

function formHtml(form: PageForm): string {
  const action = form.action === undefined ? '' : ` action="${escape(form.action)}"`;
  return `<form method="post"${action}>
${form.fields.map(fieldHtml).join('\n')}
<button type="submit">${escape(form.button)}</button>
</form>`;
}

function linksHtml(links: readonly PageLink[]): string {
  const items = links.map(({ label, path }) => `<a href="${escape(path)}">${escape(label)}</a>`);
  return `<nav>${items.join('\n')}</nav>`;
}

/** The page as HTML. */
export function renderPage(page: Page): string {
  const parts = [
    ...page.sentences.map((sentence) => `<p>${escape(sentence)}</p>`),
    ...(page.complaint === undefined
      ? []
      : [`<p class="complaint" role="alert">${escape(page.complaint)}</p>`]),
    ...(page.form === undefined ? [] : [formHtml(page.form)]),
    ...(page.links === undefined ? [] : [linksHtml(page.links)]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(page.title)} · Rapport</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<p class="brand">Rapport</p>
<h1>${escape(page.title)}</h1>
${parts.join('\n')}
</main>
</body>
</html>
`;
}
