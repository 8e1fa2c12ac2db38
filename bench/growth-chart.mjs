/** The growth of a call's time with its input, drawn from the bench's results. */
import { sweeps } from "./growth.mjs";

const SIDES = ["original", "tuned", "addon"];

const PANEL = { width: 236, height: 190, left: 58, gap: 34, top: 84 };
const WIDTH = sweeps.length * (PANEL.left + PANEL.width) + (sweeps.length - 1) * PANEL.gap + 40;
const HEIGHT = PANEL.top + PANEL.height + 62;

/** The least of the round numbers that is not below `value`. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value);
}

const round = (number) => Number(number.toFixed(1));

/** Microseconds on an axis that ends at `most`. */
function labelOf(microseconds, most) {
  if (microseconds === 0) return "0";
  const [number, unit] = most < 1000 ? [microseconds, "µs"] : [microseconds / 1000, "ms"];
  return `${Number(number.toPrecision(3))} ${unit}`;
}

function axes(left, { title, sizes, labelOfSize = String }, most, x, y) {
  const ends = [0, most / 2, most].flatMap((time) => [
    `<line class="grid" x1="${left}" y1="${y(time)}" x2="${left + PANEL.width}" y2="${y(time)}"/>`,
    `<text class="tick end" x="${left - 8}" y="${y(time) + 4}">${labelOf(time, most)}</text>`,
  ]);
  const last = sizes.at(-1);
  const ticks = [0, last / 2, last].map(
    (size) =>
      `<text class="tick middle" x="${x(size)}" y="${y(0) + 18}">${labelOfSize(size)}</text>`,
  );
  const middle = left + PANEL.width / 2;
  const name = `<text class="middle" x="${middle}" y="${y(0) + 40}">${title}</text>`;
  return [...ends, ...ticks, name];
}

function panel(sweep, points, index) {
  const left = 16 + index * (PANEL.left + PANEL.width + PANEL.gap) + PANEL.left;
  const most = roundUp(Math.max(...points.flatMap((point) => SIDES.map((side) => point[side]))));
  const x = (size) => round(left + (size / sweep.sizes.at(-1)) * PANEL.width);
  const y = (time) => round(PANEL.top + PANEL.height * (1 - time / most));
  const lines = SIDES.flatMap((side) => [
    `<polyline class="line ${side}" points="${points
      .map((point) => `${x(point.size)},${y(point[side])}`)
      .join(" ")}"/>`,
    ...points.map(
      (point) => `<circle class="dot ${side}" cx="${x(point.size)}" cy="${y(point[side])}" r="3"/>`,
    ),
  ]);
  return [...axes(left, sweep, most, x, y), ...lines].join("\n");
}

function legend() {
  const names = ["original", "original tuned by hand", "addon"];
  const lefts = [16, 120, 316];
  return SIDES.map(
    (side, index) =>
      `<line class="line ${side}" x1="${lefts[index]}" y1="52" x2="${lefts[index] + 20}" y2="52"/>\n` +
      `<text x="${lefts[index] + 27}" y="57">${names[index]}</text>`,
  ).join("\n");
}

/** All sweeps, side by side in SVG. */
export function growthChart({ growth }) {
  const panels = sweeps.map((sweep, index) => panel(sweep, growth[sweep.name], index));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">Time of one call by variables, comments and prompt size: original, tuned and addon</title>
<style>
text { font: 14px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
.card { fill: #fff }
.grid { stroke: #d1d9e0 }
.tick { font-size: 12px; fill: #59636e }
.line { fill: none; stroke-width: 2 }
.line.original { stroke: #6e7781 }
.line.tuned { stroke: #bf5b04 }
.line.addon { stroke: #2f6feb; stroke-width: 2.5 }
.dot.original { fill: #6e7781 }
.dot.tuned { fill: #bf5b04 }
.dot.addon { fill: #2f6feb }
.head { font-weight: 600 }
.end { text-anchor: end }
.middle { text-anchor: middle }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.card { fill: #0d1117 }
.grid { stroke: #30363d }
.tick { fill: #9198a1 }
.line.original { stroke: #9198a1 }
.line.tuned { stroke: #db8b3c }
.line.addon { stroke: #388bfd }
.dot.original { fill: #9198a1 }
.dot.tuned { fill: #db8b3c }
.dot.addon { fill: #388bfd }
}
</style>
<rect class="card" width="${WIDTH}" height="${HEIGHT}" rx="6"/>
<text class="head" x="16" y="28">Time of one call on Node ${Number.parseInt(growth.node, 10)}</text>
${legend()}
${panels.join("\n")}
</svg>
`;
}
