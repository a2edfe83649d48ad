import type { DomainFinding, MailDomainReport } from '#mail';
import { ApiProperty } from '@nestjs/swagger';

/** One record of the domain name system. */
export class DomainFindingResponse {
  @ApiProperty({ enum: ['spf', 'dkim', 'dmarc'], example: 'dmarc' }) record!: string;
  @ApiProperty({ example: '_dmarc.example.org' }) name!: string;
  @ApiProperty({ enum: ['good', 'weak', 'missing', 'broken', 'unknown'], example: 'weak' }) verdict!: string;
  @ApiProperty({ type: String, nullable: true, example: 'v=DMARC1; p=none' }) found!: string | null;
  @ApiProperty({ example: 'The DMARC record watches only (p=none): forged mails still arrive.' })
  sentence!: string;
  @ApiProperty({ type: String, nullable: true, example: 'v=DMARC1; p=quarantine', description: 'TXT record' })
  publish!: string | null;

  static from({ record, name, verdict, found, sentence, publish }: DomainFinding): DomainFindingResponse {
    return { record, name, verdict, found, sentence, publish };
  }
}

/** What receivers can tell of the domain that all mails come from. */
export class MailDomainResponse {
  @ApiProperty({ example: 'example.org' }) domain!: string;
  @ApiProperty({ type: [DomainFindingResponse] }) findings!: DomainFindingResponse[];

  static from({ domain, findings }: MailDomainReport): MailDomainResponse {
    return { domain, findings: findings.map((finding) => DomainFindingResponse.from(finding)) };
  }
}
