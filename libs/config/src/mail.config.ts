import { IsEmail, IsInt, IsString, IsUrl, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** How mail leaves the house. */
export class MailConfig {
  @Variable({
    name: 'SMTP_URL',
    about: 'Mail server: smtp://user:password@host:587 or smtps://…',
    secret: true,
  })
  @IsUrl({ protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true })
  smtpUrl!: string;

  @Variable({
    name: 'MAIL_FROM_ADDRESS',
    about: 'Sender address of every mail',
    fallback: 'rapport@localhost.localdomain',
  })
  @IsEmail({ require_tld: false })
  fromAddress!: string;

  @Variable({ name: 'MAIL_FROM_NAME', about: 'Sender name when a program sets none', fallback: 'Rapport' })
  @IsString()
  fromName!: string;

  @Variable({
    name: 'MAIL_GIVE_UP_HOURS',
    about: 'Hours after which a mail that the server keeps deferring is given up',
    fallback: '48',
  })
  @IsInt()
  @Min(1)
  @Max(240)
  giveUpHours!: number;
}
