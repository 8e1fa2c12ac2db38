/** What the README shows of the bench's results: a table and a chart, both of ratios alone. */

const ROW = 32;
const TOP = 62;
const LABELS = 150;
const PLOT = 500;
const WIDTH = LABELS + PLOT + 70;

const times = (ratio) => `${ratio.toFixed(1)}x`;

/** The results as a table in Markdown. */
export function table({ node, platform, arch, rows }) {
  const lines = rows.map((row) => {
    const what = row.beside ? `${row.what}, beside ${row.beside}` : row.what;
    return `| ${row.name} | ${what} | ${times(row.ratio)} |`;
  });
  const head = ["| workload | what | speed |", "| --- | --- | ---: |"];
  const note = `Measured with Node ${node} on ${platform} ${arch}.`;
  return ["", ...head, ...lines, "", note, "", ""].join("\n");
}

/** The results as bars in SVG, across the line that is the original's speed. */
export function chart({ rows }) {
  const unit = PLOT / Math.max(...rows.map(({ ratio }) => ratio));
  const height = TOP + rows.length * ROW + 16;
  const one = round(LABELS + unit);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">How many times as fast as the original @paperclip/k8s-native is</title>
<style>
text { font: 14px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
.card { fill: #fff }
.bar { fill: #2f6feb }
.one { stroke: #1f2328; stroke-width: 1.5; stroke-dasharray: 4 3 }
.head { font-weight: 600 }
.note { font-weight: 400 }
.end { text-anchor: end }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.card { fill: #0d1117 }
.bar { fill: #388bfd }
.one { stroke: #e6edf3 }
}
</style>
<rect class="card" width="${WIDTH}" height="${height}" rx="6"/>
<text class="head" x="16" y="26">Times as fast as the original</text>
${rows.map((row, index) => bar(row, TOP + index * ROW, unit)).join("\n")}
<line class="one" x1="${one}" y1="${TOP - 10}" x2="${one}" y2="${height - 12}"/>
<text x="${one}" y="${TOP - 16}" text-anchor="middle">original, 1x</text>
</svg>
`;
}

function bar({ name, ratio, beside }, top, unit) {
  const width = ratio * unit;
  const note = beside ? `<tspan class="note" dx="6">beside ${beside}</tspan>` : "";
  return [
    `<text class="end" x="${LABELS - 12}" y="${top + 17}">${name}</text>`,
    `<rect class="bar" x="${LABELS}" y="${top}" width="${round(width)}" height="${ROW - 8}" rx="2"/>`,
    `<text class="head" x="${round(LABELS + width + 8)}" y="${top + 17}">${times(ratio)}${note}</text>`,
  ].join("\n");
}

const round = (number) => Number(number.toFixed(1));
