/** Words that lead the lists of guessed passwords; compared without digits, signs and repetitions. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'password passwort passwd motdepasse contrasena senha wachtwoord secret geheim welcome willkommen letmein ' +
    'qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdfghjkl zxcvbnm yxcvbnm asdf qazwsx qazwsxedc ' +
    'admin administrator root login user guest test testing changeme default master superman batman spiderman ' +
    'dragon monkey football baseball basketball soccer hockey princess sunshine shadow iloveyou iloveu trustno ' +
    'starwars pokemon computer internet samsung google facebook linkedin microsoft whatever freedom ginger ' +
    'summer winter spring autumn january february monday friday hello hellohello abc abcd abcdef abcdefgh ' +
    'abcdefghij abcdefghijkl aaa michael jennifer jordan charlie thomas daniel andrew matthew jessica ashley ' +
    'rapport mentor mentee mentoring mentorship company university student teacher manager office business'
  ).split(' '),
);
