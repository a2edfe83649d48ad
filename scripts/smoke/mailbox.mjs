// What arrived at the mail catcher.
const POLL_MS = 500;

/** The caught mails, and counts of them. */
export class Mailbox {
  constructor(origin) {
    this.origin = origin;
  }

  /** Every mail: `{to, subject, text, kind}`, oldest first. */
  async list() {
    const response = await fetch(new URL('/api/email', this.origin));
    const mails = await response.json();
    return mails.map((mail) => ({
      to: mail.to[0].address.toLowerCase(),
      subject: mail.subject,
      text: mail.text,
      kind: mail.headers['x-rapport-kind'],
    }));
  }

  async to(address) {
    return (await this.list()).filter((mail) => mail.to === address.toLowerCase());
  }

  /** Waits for the mail that `find` picks among those to an address. */
  async waitFor(address, find, timeoutMs = 120_000) {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const found = find(await this.to(address));
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`No such mail to ${address} arrived`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Waits until as many mails of these kinds arrived as are expected, or no more come for a while. */
  async settle(kinds, expected, quietMs) {
    let [seen, since] = [-1, Date.now()];
    for (;;) {
      const { length } = (await this.list()).filter((mail) => kinds.includes(mail.kind));
      if (length !== seen) [seen, since] = [length, Date.now()];
      // A doubled mail would come late: wait a moment also when all are there.
      if (Date.now() - since > (length >= expected ? 3_000 : quietMs)) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

/**
 * Compares what arrived with what was owed.
 *
 * @param owed keys with how often each is owed
 * @param arrived keys, one for each mail
 */
export function compare(owed, arrived) {
  const counts = new Map();
  for (const key of arrived) counts.set(key, (counts.get(key) ?? 0) + 1);
  let [lost, duplicates] = [0, 0];
  for (const key of new Set([...owed.keys(), ...counts.keys()])) {
    const difference = (counts.get(key) ?? 0) - (owed.get(key) ?? 0);
    if (difference > 0) duplicates += difference;
    else lost -= difference;
  }
  return { lost, duplicates };
}
