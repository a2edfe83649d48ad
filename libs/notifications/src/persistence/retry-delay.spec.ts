import { retryDelaySeconds } from './retry-delay.js';

describe('retryDelaySeconds', () => {
  const first = '01890a5d-ac96-774b-bcce-b30209900000';
  const last = '01890a5d-ac96-774b-bcce-b3020990ffff';

  it('doubles from 15 seconds to 15 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map((attempts) => retryDelaySeconds(first, attempts))).toEqual([
      15, 30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  it('spreads mails that failed together by up to a fifth', () => {
    expect(retryDelaySeconds(last, 1)).toBe(18);
    expect(retryDelaySeconds(last, 50)).toBe(1080);
  });
});
