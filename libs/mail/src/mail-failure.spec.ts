import { classifyFailure } from './mail-failure.js';

const smtpError = (fields: object): Error => Object.assign(new Error('Failed'), fields);

describe('classifyFailure', () => {
  it.each([
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 No such user' },
      'recipient-refused',
    ],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no' }, 'recipient-refused'],
    [{ code: 'EENVELOPE', command: 'API' }, 'recipient-refused'],
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 554, response: '554 5.7.1 Relay access denied' },
      'refused',
    ],
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552, response: '552 5.2.2 Mailbox full' },
      'refused',
    ],
    [
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.6.0 Not like this' },
      'refused',
    ],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 Later' }, 'temporary'],
    [
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 Bad password' },
      'temporary',
    ],
    [
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 5.7.1 Sender' },
      'temporary',
    ],
    [{ code: 'ESOCKET', command: 'CONN' }, 'temporary'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'temporary'],
  ])('%j is %s', (fields, kind) => {
    expect(classifyFailure(smtpError(fields)).kind).toBe(kind);
  });

  it('keeps what the server said, in one line', () => {
    const failure = classifyFailure(
      smtpError({ command: 'RCPT TO', responseCode: 450, response: '450-a\r\n450 b' }),
    );
    expect(failure.message).toBe('450-a 450 b');
  });
});
