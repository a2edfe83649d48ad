/** How far a record of a sending domain keeps mails out of spam folders. */
export type DomainVerdict = 'good' | 'weak' | 'missing' | 'broken' | 'unknown';

/** What was found of one record, and what to do. */
export interface DomainFinding {
  readonly record: 'spf' | 'dkim' | 'dmarc';
  /** The name in the domain name system. */
  readonly name: string;
  readonly verdict: DomainVerdict;
  /** The record as it is published. */
  readonly found: string | null;
  readonly sentence: string;
  /** What to publish at `name`; null when nothing has to change. */
  readonly publish: string | null;
}

type Judged = Omit<DomainFinding, 'record' | 'name'>;

const tagsOf = (record: string): ReadonlyMap<string, string> =>
  new Map(
    record.split(';').flatMap((part) => {
      const [name = '', ...value] = part.split('=');
      return name.trim() === '' ? [] : [[name.trim().toLowerCase(), value.join('=').trim()]];
    }),
  );

/** SPF (RFC 7208): which servers send for the domain. @param proposal what would let ours send */
export function judgeSpf(texts: readonly string[], proposal: string): Judged {
  const records = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  const [found] = records;
  if (found === undefined)
    return {
      verdict: 'missing',
      found: null,
      sentence: 'There is no SPF record, so receivers can’t tell that our server may send for this domain.',
      publish: proposal,
    };
  if (records.length > 1)
    return {
      verdict: 'broken',
      found: records.join('\n'),
      sentence: `There are ${records.length} SPF records; receivers then take none of them. Merge them into one.`,
      publish: mergeSpf(records),
    };
  const all = /(?:^| )([+?~-]?)all(?= |$)/i.exec(found)?.[1];
  if (all === '' || all === '+')
    return {
      verdict: 'broken',
      found,
      sentence: 'The SPF record lets every server in the world send for this domain.',
      publish: found.replace(/ [+]?all(?= |$)/i, ' ~all'),
    };
  if (all === '?' || (all === undefined && !/ redirect=/i.test(found)))
    return {
      verdict: 'weak',
      found,
      sentence: 'The SPF record says nothing about servers that it does not name; end it with ~all or -all.',
      publish: `${found.replace(/ \?all(?= |$)/i, '')} ~all`,
    };
  return {
    verdict: 'good',
    found,
    sentence: 'The SPF record names who may send. See to it that our mail server is among them.',
    publish: null,
  };
}

/** One record that says what all of them say. */
function mergeSpf(records: readonly string[]): string {
  const terms = records.flatMap((record) => record.split(/ +/u).slice(1));
  const named = [...new Set(terms.filter((term) => !/^[+?~-]?all$/i.test(term)))];
  return ['v=spf1', ...named, '~all'].join(' ');
}

/** DKIM (RFC 6376): the key that proves a mail's signature. */
export function judgeDkim(texts: readonly string[]): Judged {
  const found = texts.find((text) => tagsOf(text).has('p') || /^v=DKIM1/i.test(text));
  if (found === undefined)
    return {
      verdict: 'missing',
      found: null,
      sentence: 'There is no DKIM key at this name, so nobody can check the signatures of our mails.',
      publish: 'v=DKIM1; k=rsa; p=<the public key that your mail server shows>',
    };
  const isRevoked = (tagsOf(found).get('p') ?? '') === '';
  return {
    verdict: isRevoked ? 'broken' : 'good',
    found,
    sentence: isRevoked
      ? 'The DKIM record holds no key (an empty p=), which means that it was taken back.'
      : 'The DKIM key is there. See to it that our mail server signs with it.',
    publish: isRevoked ? 'v=DKIM1; k=rsa; p=<the public key that your mail server shows>' : null,
  };
}

/** DMARC (RFC 7489): what receivers do with mails that prove nothing. */
export function judgeDmarc(texts: readonly string[], domain: string): Judged {
  const records = texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
  const [found] = records;
  const start = `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`;
  if (found === undefined)
    return {
      verdict: 'missing',
      found: null,
      sentence: 'There is no DMARC record; large receivers put mails of such domains into spam folders.',
      publish: start,
    };
  if (records.length > 1)
    return {
      verdict: 'broken',
      found: records.join('\n'),
      sentence: `There are ${records.length} DMARC records; receivers then take none of them. Keep one.`,
      publish: found,
    };
  const policy = tagsOf(found).get('p')?.toLowerCase();
  if (policy === 'quarantine' || policy === 'reject')
    return {
      verdict: 'good',
      found,
      sentence: `Mails that prove nothing are put to p=${policy}.`,
      publish: null,
    };
  if (policy === 'none')
    return {
      verdict: 'weak',
      found,
      sentence:
        'The DMARC record watches only (p=none): forged mails still arrive. Once the reports show that our mails pass, raise it.',
      publish: found.replace(/\bp\s*=\s*none\b/i, 'p=quarantine'),
    };
  return {
    verdict: 'broken',
    found,
    sentence: 'The DMARC record has no policy that receivers understand (p=none, quarantine or reject).',
    publish: start,
  };
}
