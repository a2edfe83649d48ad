import fc from 'fast-check';
import { passwordProblem } from './password-rules.js';

const own = ['grace.hopper@example.org', 'Grace Hopper'];

describe('passwords', () => {
  it.each([
    'correct horse battery',
    'Vier Wände und 1 Tür',
    'ελληνικός κωδικός',
    '🐘🦒🐧🦊🐝🐢🐙🦀🐳🦉',
    'k7#pR2vQx9!m',
  ])('accept %s', (password) => {
    expect(passwordProblem(password, own)).toBeNull();
  });

  it.each([
    ['short12', /at least 10/],
    ['🐘🦒🐧🦊🐝', /at least 10/],
    ['x'.repeat(201), /at most 200/],
    ['password123!', /first that are guessed/],
    ['PasswordPassword', /first that are guessed/],
    ['1234567890', /first that are guessed/],
    ['0987654321', /first that are guessed/],
    ['aaaaaaaaaaaa', /first that are guessed/],
    ['123123123123', /first that are guessed/],
    ['qwertyuiop', /first that are guessed/],
    ['abcdefghijkl', /first that are guessed/],
    ['Summer2026!!', /first that are guessed/],
    ['grace.hopper@example.org', /not your name/],
    ['GraceHopper1906', /not your name/],
  ])('refuse %s', (password, reason) => {
    expect(passwordProblem(password, own)).toMatch(reason);
  });

  it('never fail on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), fc.string(), (password, name) => {
        const problem = passwordProblem(password, [name]);
        expect(problem === null || problem.endsWith('.')).toBe(true);
      }),
    );
  });
});
