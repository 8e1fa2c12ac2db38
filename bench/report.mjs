/** What the documents show of the bench's results. */
import { ratios, workloads } from "./workloads.mjs";

const ROW = 46;
const BAR = 16;
const TOP = 86;
const LABELS = 150;
const PLOT = 500;
const WIDTH = LABELS + PLOT + 70;

const PEERS = ["original", "tuned"];
/** The versions that people run. */
const SHOWN = [24, 26];

const speed = (ratio) => (ratio === undefined ? "" : `${ratio.toFixed(1)}x`);
const time = (microseconds) => {
  if (microseconds === undefined) return "";
  return microseconds < 100
    ? microseconds.toFixed(1)
    : Math.round(microseconds).toLocaleString("en");
};

const majorOf = (version) => Number.parseInt(version, 10);

/** The workloads of a version that were measured, with their times and ratios. */
function rowsOf(measured) {
  return workloads
    .filter(({ name }) => measured[name])
    .map((workload) => {
      const times = measured[workload.name];
      return { ...workload, times, ratios: ratios(times) };
    });
}

function markdown(heads, rows) {
  const [first, ...others] = heads;
  const lines = [
    `| ${[first, ...others].join(" | ")} |`,
    `| --- |${others.map((head) => (head === "what" ? " --- |" : " ---: |")).join("")}`,
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ];
  return lines.join("\n");
}

/** The ratios on the versions that people run, as a table in Markdown. */
export function summaryTable({ nodes }) {
  const shown = Object.entries(nodes).filter(([version]) => SHOWN.includes(majorOf(version)));
  const heads = shown.flatMap(([version]) =>
    PEERS.map((peer) => `Node ${majorOf(version)}: ${peer} / addon`),
  );
  const rows = workloads
    .filter(({ isSummarised }) => isSummarised)
    .map(({ name, what }) => [
      name,
      what,
      ...shown.flatMap(([, measured]) => {
        const each = measured[name] ? ratios(measured[name]) : {};
        return PEERS.map((peer) => speed(each[peer]));
      }),
    ]);
  return `\n${markdown(["workload", "what", ...heads], rows)}\n\n`;
}

/** Every time and ratio, a table in Markdown for each version of Node. */
export function fullTables({ cpu, platform, nodes }) {
  const tables = Object.entries(nodes).map(([version, measured]) => {
    const rows = rowsOf(measured).map(({ name, times, ratios: each }) => [
      name,
      time(times.original ?? times.clones),
      time(times.tuned),
      time(times.addon),
      speed(each.original ?? each.clones),
      speed(each.tuned),
    ]);
    const heads = [
      "workload",
      "original, µs",
      "tuned, µs",
      "addon, µs",
      "original / addon",
      "tuned / addon",
    ];
    return `### Node ${version}\n\n${markdown(heads, rows)}`;
  });
  const what = markdown(
    ["workload", "what"],
    workloads.map((workload) => [workload.name, workload.what]),
  );
  return `\n${what}\n\nMedian microseconds of one call on ${cpu}, ${platform}.\n\n${tables.join("\n\n")}\n\n`;
}

/** What is counted of a call on the newest version, a row for each workload. */
export function countsTable(allocations) {
  const [version, costs] = Object.entries(allocations).at(-1);
  const heads = Object.keys(Object.values(costs)[0]);
  const rows = Object.entries(costs).map(([name, numbers]) => [
    name,
    ...heads.map((head) => numbers[head].toLocaleString("en")),
  ]);
  return `\n${markdown([`one call on Node ${version}`, ...heads], rows)}\n\n`;
}

/** The ratios on the newest version as bars in SVG, each across the line of its peer's speed. */
export function ratioChart({ nodes }) {
  const [version, measured] = Object.entries(nodes).at(-1);
  const rows = rowsOf(measured).filter(({ times }) => times.original);
  const unit = PLOT / Math.max(...rows.flatMap((row) => PEERS.map((peer) => row.ratios[peer])));
  const height = TOP + rows.length * ROW + 10;
  const one = round(LABELS + unit);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">How many times as fast as the original and as tuned JavaScript the addon is</title>
<style>
text { font: 14px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
.card { fill: #fff }
.original { fill: #6e7781 }
.tuned { fill: #bf5b04 }
.one { stroke: #1f2328; stroke-width: 1.5; stroke-dasharray: 4 3 }
.head { font-weight: 600 }
.value { font-size: 12px }
.end { text-anchor: end }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.card { fill: #0d1117 }
.original { fill: #9198a1 }
.tuned { fill: #db8b3c }
.one { stroke: #e6edf3 }
}
</style>
<rect class="card" width="${WIDTH}" height="${height}" rx="6"/>
<text class="head" x="16" y="26">Speed of the addon on Node ${majorOf(version)}</text>
<rect class="original" x="16" y="40" width="12" height="12" rx="2"/>
<text x="34" y="51">times the original's</text>
<rect class="tuned" x="190" y="40" width="12" height="12" rx="2"/>
<text x="208" y="51">times that of the original tuned by hand</text>
${rows.map((row, index) => bars(row, TOP + index * ROW, unit)).join("\n")}
<line class="one" x1="${one}" y1="${TOP - 8}" x2="${one}" y2="${height - 8}"/>
<text class="value" x="${one}" y="${TOP - 13}" text-anchor="middle">1x</text>
</svg>
`;
}

/** Where a bar's value is written: not across the line of the peer's speed. */
const valueAt = (width, unit) => (width > unit - 40 && width < unit ? unit : width);

function bars({ name, ratios: each }, top, unit) {
  const lines = PEERS.map((peer, index) => {
    const width = each[peer] * unit;
    const y = top + index * (BAR + 2);
    return [
      `<rect class="${peer}" x="${LABELS}" y="${y}" width="${round(width)}" height="${BAR}" rx="2"/>`,
      `<text class="value" x="${round(LABELS + valueAt(width, unit) + 6)}" y="${y + 12}">${speed(each[peer])}</text>`,
    ].join("\n");
  });
  return [`<text class="end" x="${LABELS - 12}" y="${top + 22}">${name}</text>`, ...lines].join(
    "\n",
  );
}

const round = (number) => Number(number.toFixed(1));
