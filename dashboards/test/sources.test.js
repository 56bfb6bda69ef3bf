// Checks that need no browser: queries against views, charts against queries, sentences against the wording rules.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  COHORT_COUNT_COLUMNS, FUNNEL_COLUMNS, PILLAR_STANDING_COLUMNS, RECOMMENDED_BY_GROUP_COLUMNS, REFERENCE_COLUMNS, VARIANT_STRIP_COLUMNS,
} from "../assets/summaries.js";
import { ON_DEMAND } from "../assets/datasets.js";
import { normalDatasets } from "./site.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const read = (path) => readFileSync(`${root}${path}`, "utf8");
const namesIn = (folder, suffix) => readdirSync(`${root}${folder}`).filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));

const datasets = namesIn("datasets", ".sql");
const charts = namesIn("charts", ".vl.json");

function columnsOf(dataset) {
  const [, list] = read(`datasets/${dataset}.sql`).match(/\nselect\s([\s\S]*?)\nfrom /);
  return list.split(",").map((column) => column.trim());
}

function columnsOfView(view) {
  const [, list] = read(`../sql/src/main/resources/db/view/R__mart_${view}.sql`).match(/as\nselect\n([\s\S]*?)\nfrom /);
  return list.split(",\n").map((column) => column.match(/(\w+)$/)[1]);
}

for (const dataset of datasets) {
  test(`dataset ${dataset} selects columns of one mart view and orders them`, () => {
    const sql = read(`datasets/${dataset}.sql`).replace(/^--.*$/gm, "");
    const views = [...sql.matchAll(/\b(?:from|join)\s+(\S+)/g)].map(([, name]) => name);

    assert.equal(views.length, 1);
    assert.match(views[0], /^mart\.\w+$/);
    assert.doesNotMatch(sql, /\b(join|where|group by|having|union|with|case|coalesce|now)\b|[*/+]|\(/i);
    const known = columnsOfView(views[0].slice("mart.".length));
    assert.deepEqual(columnsOf(dataset).filter((column) => !known.includes(column)), []);
  });

  test(`the invented data of ${dataset} has the columns of its query`, () => {
    assert.deepEqual(Object.keys(normalDatasets(40)[dataset][0]).sort(), columnsOf(dataset).sort());
  });
}

/** Fields that a layer uses, with those it inherits, by the name of its data. */
function fieldsByData(node, data, inherited, found) {
  const own = node.data?.name ?? data;
  const encoding = { ...inherited, ...node.encoding };
  if (node.layer !== undefined) {
    node.layer.forEach((layer) => fieldsByData(layer, own, encoding, found));
    return found;
  }
  const text = JSON.stringify({ encoding, mark: node.mark });
  const fields = [...text.matchAll(/"field":"(\w+)"|datum\.(\w+)/g)].map(([, field, expression]) => field ?? expression);
  found[own] = [...new Set([...(found[own] ?? []), ...fields])];
  return found;
}

const PAGE_COLUMNS = {
  "page:recommended_by_group": RECOMMENDED_BY_GROUP_COLUMNS, "page:cohort_count": COHORT_COUNT_COLUMNS, "page:pillar_standing": PILLAR_STANDING_COLUMNS,
  "page:reference": REFERENCE_COLUMNS, "page:variant_strip": VARIANT_STRIP_COLUMNS, "page:funnel": FUNNEL_COLUMNS,
};

function columnsBehind(source) {
  return PAGE_COLUMNS[source] ?? columnsOf(source);
}

for (const chart of charts) {
  test(`chart ${chart} uses only columns of its datasets and computes nothing`, () => {
    const specification = JSON.parse(read(`charts/${chart}.vl.json`));
    const fields = fieldsByData(specification, undefined, {}, {});

    assert.deepEqual(Object.keys(fields).sort(), Object.keys(specification.usermeta.data).sort());
    for (const [data, source] of Object.entries(specification.usermeta.data)) {
      const columns = columnsBehind(source);
      assert.deepEqual(fields[data].filter((field) => !columns.includes(field)), [], `fields of ${data}`);
    }
    assert.doesNotMatch(JSON.stringify(specification), /"(transform|aggregate|bin|timeUnit|calculate|url|href)"/);
  });
}

test("every chart is compiled into the site", () => {
  let compiled;
  new Function("carebench", read("target/site-template/assets/charts.js"))({ charts: (specifications) => { compiled = specifications; } });

  assert.deepEqual(Object.keys(compiled).sort(), [...charts].sort());
  Object.values(compiled).forEach((specification) => assert.match(specification.$schema, /\/vega\/v6\.json$/));
});

test("the site names no address but its own files", () => {
  const page = read("target/site-template/index.html");
  const targets = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, target]) => target);

  assert.deepEqual(targets.filter((target) => !/^(#|assets\/|data\/|data:,|THIRD-PARTY-LICENSES\.txt)/.test(target)), []);
});

test("the page loads every dataset at its start but those of several rows per provider", () => {
  const page = read("target/site-template/index.html");
  const loaded = [...page.matchAll(/src="data\/(\w+)\.js"/g)].map(([, name]) => name);

  assert.deepEqual(loaded, [...datasets, "profile"].filter((name) => !ON_DEMAND.includes(name)).sort());
});

test("no chart shows ranks among the peers of one period as progress", () => {
  const history = charts.filter((chart) => read(`charts/${chart}.vl.json`).includes('"period_start"'));

  assert.deepEqual(history, ["index_history"]);
  charts.forEach((chart) => assert.doesNotMatch(read(`charts/${chart}.vl.json`), /index_relative|rolling_index|rolling_percentile|p_value|q_value/));
});

test("the licences of the shipped libraries travel with the site", () => {
  const licences = read("target/site-template/THIRD-PARTY-LICENSES.txt");

  ["vega ", "vega-interpreter ", "vega-scenegraph ", "d3-scale ", "topojson-client "].forEach((name) => assert.match(licences, new RegExp(`^${name}\\d`, "m")));
});

test("no sentence claims that one thing makes another happen", () => {
  const claims = /\b(causes?|drives?|leads? to|impacts?|effects?|improves?|boosts?|results? in|due to|proves?|ROI|significant)\b/i;
  const sentences = [read("pages/index.html"), ...namesIn("assets", ".js").map((name) => read(`assets/${name}.js`))];

  sentences.flatMap((text) => text.split("\n")).forEach((line) => assert.doesNotMatch(line, claims));
});

test("the page writes no markup from data", () => {
  namesIn("assets", ".js").forEach((name) => assert.doesNotMatch(read(`assets/${name}.js`), /innerHTML|outerHTML|insertAdjacentHTML|document\.write/));
});

test("the lock file names no registry", () => {
  assert.doesNotMatch(read("package-lock.json"), /"resolved"/);
});
