import {
  type ChangedText,
  COMMON_WORDS,
  type MailTextPreview,
  type MailTemplate,
  type MailTemplateView,
  type MailText,
  type MailTextView,
  TEXT_STYLES,
} from '#notifications';
import { ApiProperty } from '@nestjs/swagger';

const ROLES = ['mentee', 'mentor', 'admin', 'participant', 'invited'];

/** A token of a mail. */
export class MailTokenResponse {
  @ApiProperty({ example: 'mentor_name', description: 'Written {{mentor_name}}' }) name!: string;
  @ApiProperty({ example: 'The mentor who was asked' }) about!: string;
  @ApiProperty({ enum: ['word', 'part'], example: 'word', description: 'A part stands alone in a block' })
  kind!: string;
  @ApiProperty({ example: false, description: 'The mail can’t do without' }) required!: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'Dana Cole', description: 'Of words' })
  sample!: string | null;

  static ofTemplate({ words, parts }: MailTemplate): MailTokenResponse[] {
    return [
      ...Object.entries({ ...COMMON_WORDS, ...words }).map(([name, { about, sample }]) => ({
        name,
        about,
        kind: 'word',
        required: false,
        sample,
      })),
      ...Object.entries(parts).map(([name, { about, required }]) => ({
        name,
        about,
        kind: 'part',
        required,
        sample: null,
      })),
    ];
  }
}

/** A piece of a text. */
export class TextBlockResponse {
  @ApiProperty({ enum: [...TEXT_STYLES], example: 'paragraph' }) style!: string;
  @ApiProperty({ example: 'Your introduction comes in a mail of its own.' }) text!: string;
}

/** What a mail says. */
export class MailTextResponse {
  @ApiProperty({ example: '{{mentor_name}} said yes' }) subject!: string;
  @ApiProperty({ example: 'Your introduction follows.' }) preheader!: string;
  @ApiProperty({ type: [TextBlockResponse] }) blocks!: TextBlockResponse[];

  static from({ subject, preheader, blocks }: MailText): MailTextResponse {
    return { subject, preheader, blocks: blocks.map(({ style, text }) => ({ style, text })) };
  }
}

/** A language in which a text was changed. */
export class ChangedTextResponse {
  @ApiProperty({ example: 'de' }) language!: string;
  @ApiProperty({ type: Date, example: '2027-03-01T09:00:00.000Z' }) changedAt!: Date;
  @ApiProperty({ example: 'Sam Okafor' }) changedByName!: string;
  @ApiProperty({ example: 2 }) version!: number;

  static from({ language, changedAt, changedByName, version }: ChangedText): ChangedTextResponse {
    return { language, changedAt, changedByName, version };
  }
}

/** A mail whose text can be changed. */
export class MailTemplateResponse {
  @ApiProperty({ example: 'request-accepted' }) key!: string;
  @ApiProperty({ example: 'request-accepted', description: 'The kind in the mail log' }) mail!: string;
  @ApiProperty({ enum: ROLES, example: 'mentee', description: 'Who reads it' }) role!: string;
  @ApiProperty({ example: 'A mentor accepted a request' }) about!: string;
  @ApiProperty({ type: [MailTokenResponse] }) tokens!: MailTokenResponse[];
  @ApiProperty({ type: MailTextResponse }) defaultText!: MailTextResponse;
  @ApiProperty({ type: [ChangedTextResponse], description: 'Empty while it says the default everywhere' })
  changed!: ChangedTextResponse[];

  static from({ template, changed }: MailTemplateView): MailTemplateResponse {
    const { key, mail, role, about } = template;
    return {
      key,
      mail,
      role,
      about,
      tokens: MailTokenResponse.ofTemplate(template),
      defaultText: MailTextResponse.from(template.text),
      changed: changed.map((one) => ChangedTextResponse.from(one)),
    };
  }
}

/** Every mail whose text can be changed. */
export class MailTemplatesResponse {
  @ApiProperty({ type: [MailTemplateResponse] }) items!: MailTemplateResponse[];
}

/** What a mail says in one language. */
export class MailTemplateTextResponse {
  @ApiProperty({ example: 'request-accepted' }) key!: string;
  @ApiProperty({ example: 'de' }) language!: string;
  @ApiProperty({ type: MailTextResponse }) text!: MailTextResponse;
  @ApiProperty({ example: true, description: 'It says the default, in English' }) isDefault!: boolean;
  @ApiProperty({ type: [MailTokenResponse] }) tokens!: MailTokenResponse[];
  @ApiProperty({ example: 0, description: '0 while it says the default; for If-Match' }) version!: number;

  static from({ template, language, text, changed, version }: MailTextView): MailTemplateTextResponse {
    return {
      key: template.key,
      language,
      text: MailTextResponse.from(text),
      isDefault: changed === null,
      tokens: MailTokenResponse.ofTemplate(template),
      version,
    };
  }
}

/** A person in a header of a mail. */
export class MailPersonResponse {
  @ApiProperty({ example: 'Sam Okafor' }) name!: string;
  @ApiProperty({ example: 'sam@example.org' }) email!: string;
}

/** A mail as its reader would see it. */
export class MailPreviewResponse {
  @ApiProperty({ type: MailPersonResponse }) to!: MailPersonResponse;
  @ApiProperty({ example: 'Northwind Mentoring' }) fromName!: string;
  @ApiProperty({ type: MailPersonResponse, nullable: true }) replyTo!: MailPersonResponse | null;
  @ApiProperty({ example: 'Dana Cole said yes' }) subject!: string;
  @ApiProperty({ example: 'Dana Cole said yes\n\nYour introduction comes in a mail of its own.' })
  text!: string;
  @ApiProperty({ example: '<!doctype html>…' }) html!: string;

  static from({ to, fromName, replyTo, subject, text, html }: MailTextPreview): MailPreviewResponse {
    return {
      to: { name: to.name, email: to.address },
      fromName,
      replyTo: replyTo === null ? null : { name: replyTo.name, email: replyTo.address },
      subject,
      text,
      html,
    };
  }
}
