/** Something to press. `quiet` ones are alternatives beside the one main button. */
export interface MailLink {
  readonly label: string;
  /** `http` or `https` only. */
  readonly url: string;
  readonly quiet?: boolean;
}

/** A time to choose: the same instant on both clocks. */
export interface MailTime {
  readonly label: string;
  readonly note?: string;
  readonly url?: string;
}

/** A labelled value; `url` makes it a link. */
export interface MailFact {
  readonly label: string;
  readonly value: string;
  /** `http` or `https` only. */
  readonly url?: string;
}

/** One piece of a mail, from top to bottom. Texts are plain: they are escaped when rendered. */
export type MailBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'buttons'; readonly links: readonly MailLink[] }
  | { readonly type: 'facts'; readonly items: readonly MailFact[] }
  | { readonly type: 'bullets'; readonly items: readonly string[] }
  /** What a person wrote, in their words. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'times'; readonly items: readonly MailTime[] }
  | { readonly type: 'small'; readonly text: string };

/** A mail in words, before it has a look. */
export interface MailContent {
  readonly subject: string;
  /** The line that a list of mails shows after the subject. */
  readonly preheader: string;
  /** Name at the top: the program, or the product. */
  readonly brand: string;
  readonly blocks: readonly MailBlock[];
  /** Why the reader gets this, and who reads an answer. */
  readonly footer: string;
}

/** A mail as both kinds of reader get it. */
export interface RenderedMail {
  readonly html: string;
  readonly text: string;
}
