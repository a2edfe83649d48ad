/** A line of a plot: points by size, both above 0. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** One pair of axes, both logarithmic. */
export interface Panel {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** Words under certain places of the x axis, instead of powers of ten. */
  readonly xTicks: readonly { readonly at: number; readonly label: string }[];
  /** How a value of the y axis is written. */
  readonly yText: (value: number) => string;
}

const WIDTH = 800;
const HEIGHT = 400;
const LEFT = 74;
const RIGHT = 180;
const TOP = 40;
const BOTTOM = 78;
// Told apart by people who see fewer colours too, and by their marks.
const COLOURS = ['#0b3c5d', '#d1495b', '#2e7d32', '#b26a00', '#6a4c93', '#00798c', '#7a1f4b'];

/** A picture of some panels, one under the other: a text of SVG. */
export function logPlot(panels: readonly Panel[]): string {
  const height = panels.length * HEIGHT;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="#222">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...panels.map((panel, index) => `<g transform="translate(0 ${index * HEIGHT})">\n${drawn(panel)}\n</g>`),
    '</svg>',
  ].join('\n')}\n`;
}

function drawn(panel: Panel): string {
  const points = panel.series.flatMap((series) => series.points);
  const x = scale(
    points.map((point) => point[0]),
    LEFT,
    WIDTH - RIGHT,
    false,
  );
  const y = scale(
    points.map((point) => point[1]),
    HEIGHT - BOTTOM,
    TOP,
    true,
  );
  return [
    `<text x="${LEFT}" y="22" font-size="15" font-weight="600">${escaped(panel.title)}</text>`,
    ...y.decades.map((value) => yTick(y.at(value), panel.yText(value))),
    ...panel.xTicks.map(({ at, label }) => xTick(x.at(at), label)),
    `<rect x="${LEFT}" y="${TOP}" width="${WIDTH - RIGHT - LEFT}" height="${HEIGHT - BOTTOM - TOP}" fill="none" stroke="#888"/>`,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${escaped(panel.xLabel)}</text>`,
    `<text transform="translate(18 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escaped(panel.yLabel)}</text>`,
    ...panel.series.map((series, index) => line(series, index, x.at, y.at)),
  ].join('\n');
}

function line(
  { name, points }: Series,
  index: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const colour = COLOURS[index % COLOURS.length] ?? '#222';
  const at = points.map(([px, py]) => `${round(x(px))},${round(y(py))}`);
  const legend = TOP + 12 + 20 * index;
  const dash = index === 0 ? '' : ` stroke-dasharray="${2 + 2 * index} 3"`;
  const marks = at.map((place) => {
    const [cx = '', cy = ''] = place.split(',');
    return `<circle cx="${cx}" cy="${cy}" r="${index === 0 ? 4 : 3}" fill="${colour}"/>`;
  });
  return [
    `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 2.5 : 1.5}"${dash}/>`,
    ...marks,
    `<line x1="${WIDTH - RIGHT + 12}" y1="${legend}" x2="${WIDTH - RIGHT + 36}" y2="${legend}" stroke="${colour}" stroke-width="2"${dash}/>`,
    `<text x="${WIDTH - RIGHT + 42}" y="${legend + 4}">${escaped(name)}</text>`,
  ].join('\n');
}

function xTick(x: number, label: string): string {
  const bottom = HEIGHT - BOTTOM;
  return [
    `<line x1="${round(x)}" y1="${TOP}" x2="${round(x)}" y2="${bottom}" stroke="#eee"/>`,
    `<text transform="translate(${round(x + 4)} ${bottom + 14}) rotate(-28)" text-anchor="end" font-size="10.5">${escaped(label)}</text>`,
  ].join('\n');
}

function yTick(y: number, label: string): string {
  return [
    `<line x1="${LEFT}" y1="${round(y)}" x2="${WIDTH - RIGHT}" y2="${round(y)}" stroke="#ddd"/>`,
    `<text x="${LEFT - 8}" y="${round(y + 4)}" text-anchor="end">${escaped(label)}</text>`,
  ].join('\n');
}

/** Places values from `low` to `high` by their logarithm; `whole`: from a power of ten to a power of ten. */
function scale(
  values: readonly number[],
  low: number,
  high: number,
  whole: boolean,
): { readonly at: (value: number) => number; readonly decades: readonly number[] } {
  const logs = values.map((value) => Math.log10(value));
  const least = Math.min(...logs);
  const most = Math.max(...logs);
  const from = whole ? Math.floor(least) : least - 0.15;
  const to = Math.max(from + 0.3, whole ? Math.ceil(most) : most + 0.15);
  const decades: number[] = [];
  for (let power = Math.ceil(from); power <= to; power++) decades.push(10 ** power);
  return { at: (value) => low + ((Math.log10(value) - from) / (to - from)) * (high - low), decades };
}

function round(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
