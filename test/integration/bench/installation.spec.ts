import { lastLine, measure } from '../../support/measure.js';

describe('the measurements of a whole installation', () => {
  it('run a match through API and worker, and cancel one', async () => {
    const args = ['run', '--json', '--size', '12x6', '--cancels', '1'];
    const { code, out } = await measure(args, process.env['PATH'] ?? '');
    expect(code).toBe(0);
    expect(out).toContain('cancelled run');
    expect(JSON.parse(lastLine(out))).toMatchObject({
      ...{ size: '12x6', pairs: expect.any(Number), run_ms: expect.any(Number), progress_fell: false },
      cancel_ms: { length: 1 },
    });
  }, 180_000);
});
