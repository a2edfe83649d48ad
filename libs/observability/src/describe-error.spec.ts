import { describeError } from './describe-error.js';

it('names what helps to find the cause, and nothing of what the statement was about', () => {
  const cause = Object.assign(
    new Error('duplicate key value violates unique constraint "account_email_key"'),
    {
      code: '23505',
      table: 'account',
      constraint: 'account_email_key',
      detail: 'Key (email)=(ada@example.org) already exists.',
    },
  );
  const failed = Object.assign(new Error('the statement failed', { cause }), {
    query: `INSERT INTO account VALUES ('ada@example.org')`,
    parameters: ['ada@example.org', '$argon2id$secret'],
    driverError: cause,
    rejected: ['ada@example.org'],
  });
  const described = describeError(failed);
  expect(described).toMatchObject({
    type: 'Error',
    message: 'the statement failed',
    stack: expect.stringContaining('describe-error.spec'),
    cause: { code: '23505', table: 'account', constraint: 'account_email_key' },
  });
  expect(JSON.stringify(described)).not.toMatch(/ada@|argon2/);
});

it('does not repeat what was thrown instead of an error', () => {
  expect(JSON.stringify(describeError('ada@example.org'))).not.toContain('ada');
});
