type Line = { name: string; points: readonly { x: number; y: number }[] };

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 56;
const BOTTOM = 44;
const TOP = 16;
const RIGHT = 84;
const COLOURS = ["#2a78d6", "#eb6834"];

/** A small line chart as SVG; y in millions, from 0. */
export function linePlot(lines: readonly Line[], labels: { x: string; y: string }): string {
  const all = lines.flatMap(({ points }) => points);
  const most = {
    x: Math.max(...all.map(({ x }) => x)),
    y: Math.ceil(Math.max(...all.map(({ y }) => y)) / 1e6),
  };
  const at = (x: number, y: number): string =>
    `${(LEFT + (x / most.x) * (WIDTH - LEFT - RIGHT)).toFixed(1)},${(HEIGHT - BOTTOM - (y / 1e6 / most.y) * (HEIGHT - BOTTOM - TOP)).toFixed(1)}`;
  const grid = Array.from({ length: most.y + 1 }, (_, million) => {
    const [left, y] = at(0, million * 1e6).split(",");
    return (
      `<line x1="${left}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}" stroke="#e1e0d9"/>` +
      `<text x="${LEFT - 8}" y="${y}" text-anchor="end" dominant-baseline="middle">${million}</text>`
    );
  });
  const ticks = (lines[0]?.points ?? []).map(({ x }) => {
    const [left] = at(x, 0).split(",");
    return `<text x="${left}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${x}</text>`;
  });
  const drawn = lines.map(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const path = points.map(({ x, y }) => at(x, y)).join(" ");
    const last = points.at(-1) ?? { x: 0, y: 0 };
    const [x = "0", y = "0"] = at(last.x, last.y).split(",");
    return (
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      points.map((point) => dot(at(point.x, point.y), colour ?? "")).join("") +
      `<text x="${Number(x) + 8}" y="${y}" dominant-baseline="middle">${name}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#52514e">` +
    `<rect width="100%" height="100%" fill="#fcfcfb"/>` +
    [...grid, ...ticks, ...drawn].join("\n") +
    `<text x="${LEFT}" y="${HEIGHT - 6}">${labels.x}</text>` +
    `<text transform="translate(14 ${HEIGHT - BOTTOM}) rotate(-90)">${labels.y}</text></svg>\n`
  );
}

function dot(place: string, colour: string): string {
  const [x, y] = place.split(",");
  return `<circle cx="${x}" cy="${y}" r="4" fill="${colour}" stroke="#fcfcfb" stroke-width="2"/>`;
}
