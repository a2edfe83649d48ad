import { IsInt, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** How the API is reached. */
export class HttpConfig {
  @Variable({ name: 'HOST', about: 'Address to listen on', fallback: '127.0.0.1' })
  @IsString()
  host!: string;

  @Variable({ name: 'PORT', about: 'Port to listen on; 0 picks a free one', fallback: '3000' })
  @IsInt()
  @Min(0)
  @Max(65_535)
  port!: number;

  @Variable({
    name: 'PUBLIC_URL',
    about:
      'Address that people use in their browser, without a slash at the end; links in mails start with it',
    fallback: 'http://127.0.0.1:3000',
  })
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  publicUrl!: string;

  @Variable({
    name: 'TRUST_PROXY',
    about: 'Addresses or subnets of the reverse proxies in front, comma-separated; never "true"',
    optional: true,
  })
  @IsOptional()
  @IsString()
  trustProxy!: string | null;

  @Variable({ name: 'BODY_LIMIT_KB', about: 'Largest JSON body, in kibibytes', fallback: '256' })
  @IsInt()
  @Min(16)
  @Max(10_240)
  bodyLimitKb!: number;

  @Variable({ name: 'UPLOAD_LIMIT_KB', about: 'Largest uploaded file, in kibibytes', fallback: '20480' })
  @IsInt()
  @Min(64)
  @Max(204_800)
  uploadLimitKb!: number;
}
