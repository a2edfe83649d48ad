import { PasswordHasher } from './password-hasher.js';

describe('the password hasher', () => {
  const hasher = new PasswordHasher();

  it('hashes with argon2id at the strength that is promised, salted', async () => {
    const [one, two] = await Promise.all([
      hasher.hash('correct horse battery'),
      hasher.hash('correct horse battery'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('knows the right password, in each Unicode form of the same text', async () => {
    const stored = await hasher.hash('Tür und Tor offen');
    expect(await hasher.verify(stored, 'Tür und Tor offen'.normalize('NFD'))).toBe(true);
    expect(await hasher.verify(stored, 'Tur und Tor offen')).toBe(false);
    expect(await hasher.verify(null, 'nobody has this one')).toBe(false);
  });

  it('serves a crowd in turn and turns the rest away', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 260 }, () => hasher.verify(null, 'crowd crowd crowd')),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(58);
    expect(await hasher.verify(await hasher.hash('still at work here'), 'still at work here')).toBe(true);
  }, 60_000);
});
