import { MailConfig } from '#config';
import { Injectable } from '@nestjs/common';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type DomainFinding, judgeDkim, judgeDmarc, judgeSpf } from './domain-records.js';

const TIMEOUT_MS = 2_000;
const TRIES = 2;

/** What the domain name system says of the domain that all mails come from. */
export interface MailDomainReport {
  readonly domain: string;
  readonly findings: readonly DomainFinding[];
}

/** Nobody answered, which says nothing about the record. */
const UNANSWERED = Symbol('unanswered');

/** Looks whether receivers can tell our mails from forged ones. */
@Injectable()
export class CheckMailDomain {
  private readonly resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });

  constructor(private readonly config: MailConfig) {
    if (config.dnsServers !== null) this.resolver.setServers(config.dnsServers.split(','));
  }

  /** Takes a few seconds at most; a name server that does not answer is a finding, no error. */
  async execute(): Promise<MailDomainReport> {
    const { fromAddress, dkimSelectors } = this.config;
    const selectors = dkimSelectors?.split(',') ?? [];
    const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1).toLowerCase();
    const findings = await Promise.all([
      this.spf(domain),
      ...(selectors.length === 0
        ? [unknownSelector(domain)]
        : selectors.map((selector) => this.dkim(domain, selector))),
      this.dmarc(domain),
    ]);
    return { domain, findings };
  }

  private async spf(domain: string): Promise<DomainFinding> {
    const texts = await this.textsAt(domain);
    const about = { record: 'spf', name: domain } as const;
    return texts === UNANSWERED ? unanswered(about) : { ...about, ...judgeSpf(texts, this.proposal()) };
  }

  private async dkim(domain: string, selector: string): Promise<DomainFinding> {
    const about = { record: 'dkim', name: `${selector}._domainkey.${domain}` } as const;
    const texts = await this.textsAt(about.name);
    return texts === UNANSWERED ? unanswered(about) : { ...about, ...judgeDkim(texts) };
  }

  /** A domain without a record of its own has that of the domain above it. */
  private async dmarc(domain: string): Promise<DomainFinding> {
    const own = { record: 'dmarc', name: `_dmarc.${domain}` } as const;
    for (let at = domain; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
      const about = { record: 'dmarc', name: `_dmarc.${at}` } as const;
      const texts = await this.textsAt(about.name);
      if (texts === UNANSWERED) return unanswered(about);
      const judged = judgeDmarc(texts, domain);
      if (judged.verdict !== 'missing') return { ...about, ...judged };
    }
    return { ...own, ...judgeDmarc([], domain) };
  }

  /** An SPF record that lets our mail server send. */
  private proposal(): string {
    const host = new URL(this.config.smtpUrl).hostname.replace(/^\[|\]$/gu, '');
    const kind = { 0: 'a', 4: 'ip4', 6: 'ip6' }[isIP(host)] ?? 'a';
    return `v=spf1 ${kind}:${host} ~all`;
  }

  private async textsAt(name: string): Promise<string[] | typeof UNANSWERED> {
    try {
      // A long text comes in pieces that belong together (RFC 7208, 3.3).
      return (await this.resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
      return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : UNANSWERED;
    }
  }
}

function unanswered(about: Pick<DomainFinding, 'record' | 'name'>): DomainFinding {
  const sentence = 'The name server did not answer in time, so nothing is known. Try again in a minute.';
  return { ...about, verdict: 'unknown', found: null, sentence, publish: null };
}

function unknownSelector(domain: string): DomainFinding {
  return {
    record: 'dkim',
    name: `<selector>._domainkey.${domain}`,
    verdict: 'unknown',
    found: null,
    sentence:
      'Where the DKIM key stands depends on the mail server. Whoever runs the installation names it in MAIL_DKIM_SELECTORS.',
    publish: null,
  };
}
