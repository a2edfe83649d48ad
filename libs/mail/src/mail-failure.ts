/**
 * What a failed attempt means.
 *
 * - `recipient-refused`: the address does not exist or takes no mail; nothing more should be sent to it
 * - `refused`: this mail will never be taken, but the address may be good (content, size, policy, full mailbox)
 * - `temporary`: trying again later may help (4xx, no connection, a sign-in that the operator must repair)
 */
export type MailFailureKind = 'recipient-refused' | 'refused' | 'temporary';

/** A mail that could not be handed over. The message is what the server said, in one line. */
export class MailFailure extends Error {
  constructor(
    readonly kind: MailFailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'MailFailure';
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** Codes of the library for a mail that it could not even build. */
const UNBUILDABLE = new Set(['EMESSAGE', 'EFILEACCESS', 'EURLACCESS', 'ESTREAM']);

/** Sorts an error of the mail library by what should happen next. */
export function classifyFailure(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error;
  if (!(error instanceof Error)) return new MailFailure('temporary', String(error));
  const smtp: SmtpError = error;
  const message = oneLine(smtp.response ?? smtp.message);
  return new MailFailure(kindOf(smtp), message, { cause: error });
}

function kindOf({ code, command, response, responseCode }: SmtpError): MailFailureKind {
  if (command === 'API' && code === 'EENVELOPE') return 'recipient-refused';
  if (responseCode === undefined) return UNBUILDABLE.has(code ?? '') ? 'refused' : 'temporary';
  if (responseCode < 500) return 'temporary';
  if (command === 'RCPT TO') return saysAddressIsBad(response ?? '') ? 'recipient-refused' : 'refused';
  // After DATA the server has judged this one mail; anything earlier (greeting, sign-in, sender) is about us.
  return code === 'EMESSAGE' || command === 'DATA' ? 'refused' : 'temporary';
}

/** By RFC 3463: 5.7.x is a policy towards us and 5.2.2 a full mailbox; neither speaks against the address. */
function saysAddressIsBad(response: string): boolean {
  const enhanced = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})/.exec(response)?.[1];
  return enhanced === undefined || (!enhanced.startsWith('5.7.') && enhanced !== '5.2.2');
}

function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
}
