import { logPlot, type Series } from './log-plot.js';
import type { ScaleRow } from './scale-row.js';

/** Time and memory against size, as SVG. Sizes are compared by their number of pairs; rows of one number are kept apart. */
export function costPlot(rows: readonly ScaleRow[], subtitle: string): string {
  const pairs = (row: ScaleRow): number => row.mentees * row.mentors;
  const sorted = [...rows].sort((a, b) => pairs(a) - pairs(b));
  const usual = sorted.filter(({ instance }) => !instance.endsWith('-tight'));
  const tight = sorted.filter(({ instance }) => instance.endsWith('-tight'));
  const stages = [...new Set(usual.flatMap((row) => Object.keys(row.stages)))];
  const series = (name: string, of: readonly ScaleRow[], value: (row: ScaleRow) => number): Series => ({
    name,
    points: of.map((row) => [pairs(row), value(row)] as const).filter(([, y]) => y > 0),
  });
  const seconds = (row: ScaleRow): number => row.total_ms / 1000;
  const axis = {
    xLabel: 'mentees × mentors (logarithm of the number of pairs)',
    xTicks: usual.map((row) => ({ at: pairs(row), label: `${count(row.mentees)} × ${count(row.mentors)}` })),
  };
  const kept = (all: readonly Series[]): Series[] => all.filter(({ points }) => points.length > 0);
  return logPlot([
    {
      ...axis,
      title: `From profiles to a proven result: time (${subtitle})`,
      yLabel: 'seconds (logarithm)',
      yText: (value) => `${value >= 1 ? count(value) : String(Number(value.toPrecision(1)))} s`,
      series: kept([
        series('everything', usual, seconds),
        ...stages.map((stage) => series(stage, usual, (row) => (row.stages[stage] ?? 0) / 1000)),
        series('places = need', tight, seconds),
      ]),
    },
    {
      ...axis,
      title: 'Peak memory of the process',
      yLabel: 'megabytes (logarithm)',
      yText: (value) => `${count(value)} MB`,
      series: kept([
        series('everything', usual, (row) => row.peak_mb),
        series('profiles and Node', usual, (row) => row.people_mb),
        series('places = need', tight, (row) => row.peak_mb),
      ]),
    },
  ]);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
