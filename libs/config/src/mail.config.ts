import { IsEmail, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
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

  @Variable({
    name: 'MAIL_DKIM_SELECTORS',
    about:
      'Names under which the mail server’s DKIM keys are published, comma-separated; for the check of the domain',
    optional: true,
  })
  @IsOptional()
  @Matches(/^[a-z0-9._-]+(,[a-z0-9._-]+)*$/i)
  dkimSelectors!: string | null;

  @Variable({
    name: 'MAIL_DNS_SERVERS',
    about:
      'Name servers for the check of the domain, address:port comma-separated; the system’s when missing',
    optional: true,
  })
  @IsOptional()
  @Matches(/^[0-9a-f.:[\]]+(,[0-9a-f.:[\]]+)*$/i)
  dnsServers!: string | null;
}
