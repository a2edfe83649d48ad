import { logPlot } from './log-plot.js';

const panel = {
  title: 'Cost & size',
  xLabel: 'size',
  yLabel: 'seconds',
  xTicks: [
    { at: 10, label: 'ten' },
    { at: 1000, label: 'thousand' },
  ],
  yText: (value: number) => `${value} s`,
};

describe('a plot with logarithms', () => {
  it('places powers of ten at equal distances', () => {
    const points = [
      [10, 1],
      [100, 10],
      [1000, 100],
    ] as const;
    const svg = logPlot([{ ...panel, series: [{ name: 'all', points }] }]);
    const places = /<polyline points="([^"]+)"/u.exec(svg)?.[1] ?? '';
    const [first = [], second = [], third = []] = places
      .split(' ')
      .map((place) => place.split(',').map(Number));
    for (const axis of [0, 1]) {
      const steps = [(second[axis] ?? 0) - (first[axis] ?? 0), (third[axis] ?? 0) - (second[axis] ?? 0)];
      expect(steps[0]).toBeCloseTo(steps[1] ?? Number.NaN, 0);
    }
    expect(first[1]).toBeGreaterThan(third[1] ?? Number.NaN);
    for (const label of ['1 s', '10 s', '100 s', 'ten', 'thousand']) expect(svg).toContain(`>${label}<`);
  });

  it('draws a single point too, and escapes words', () => {
    const svg = logPlot([{ ...panel, series: [{ name: '<one>', points: [[5, 5]] }] }]);
    expect(svg).not.toMatch(/NaN|Infinity/u);
    expect(svg).toContain('Cost &amp; size');
    expect(svg).toContain('&lt;one&gt;');
  });
});
