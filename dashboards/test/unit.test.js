import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddress, parseAddress } from "../assets/address.js";
import { toCsv } from "../assets/csv.js";
import { Datasets } from "../assets/datasets.js";
import { formatDate, formatNumber, formatPeriod, formatUnlessSuppressed, formatValue } from "../assets/format.js";
import { coverageByFamily, isReconciled, recommendedByGroup, search, sortRows, withPlatformsWhole, withUnsurveyed } from "../assets/summaries.js";
import { decisionName, describeStanding, suppressionReason } from "../assets/wording.js";

test("numbers have two decimals at most and a missing one is not zero", () => {
  assert.equal(formatNumber(1234.5678), "1,234.57");
  assert.equal(formatNumber(0), "0");
  assert.equal(formatNumber(null), "not known");
  assert.equal(formatValue(71.25, "top_box_pct"), "71.25 %");
  assert.equal(formatValue(null, "points"), "not known");
});

test("a suppressed number is not shown rather than not known", () => {
  assert.equal(formatUnlessSuppressed(null, { suppressed_reason: "FEWER_THAN_MINIMUM" }), "not shown");
  assert.equal(formatUnlessSuppressed(null, { suppressed_reason: null }), "not known");
  assert.equal(formatUnlessSuppressed(12, { suppressed_reason: null }), "12");
});

test("a period says which of its ends the source does not give", () => {
  assert.equal(formatPeriod("2022-01-01", "2022-12-31"), "2022-01-01 to 2022-12-31");
  assert.equal(formatPeriod("2024-01-01", null), "from 2024-01-01, end not in the source");
  assert.equal(formatPeriod(null, "2024-12-31"), "until 2024-12-31, start not in the source");
  assert.equal(formatPeriod(null, null), "period not in the source");
  assert.equal(formatDate("2025-12-06T10:00:00Z"), "2025-12-06");
});

test("a CSV file quotes, leaves missing values empty and keeps negative numbers", () => {
  const rows = [{ name: 'A "B", C', n: -1.5, text: null }, { name: "two\nlines", n: 0, text: true }];

  assert.equal(toCsv(["name", "n", "text"], rows), 'name,n,text\r\n"A ""B"", C",-1.5,\r\n"two\nlines",0,true\r\n');
});

for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
  test(`a CSV text that starts with ${JSON.stringify(start)} does not become a formula`, () => {
    const cell = toCsv(["name"], [{ name: `${start}1+1` }]).split("\r\n").slice(1).join("\r\n").replace(/^"/, "");

    assert.ok(cell.startsWith(`'${start}1+1`), cell);
  });
}

test("an address carries the choices there and back", () => {
  const choices = { measure: "hcahps_recommend_top", dimension: "bed_band", provider: "cms:01014F" };

  assert.deepEqual(parseAddress(formatAddress(choices)), choices);
  assert.equal(formatAddress({ measure: "a", provider: null }), "#measure=a");
});

test("a plain anchor is no choice and unknown keys are ignored", () => {
  assert.equal(parseAddress("#trust"), null);
  assert.deepEqual(parseAddress(""), {});
  assert.deepEqual(parseAddress("#evil=1&measure=m"), { measure: "m" });
});

test("rows carry the names of their columns", () => {
  const datasets = new Datasets();
  datasets.add("measure", { columns: ["a", "b"], rows: [[1, null], [2, "x"]] });

  assert.deepEqual(datasets.rows("measure"), [{ a: 1, b: null }, { a: 2, b: "x" }]);
});

test("a dataset that was not handed over is named", () => {
  assert.throws(() => new Datasets().rows("adoption"), {
    name: "Error",
    message: "Cannot show dataset adoption: data/adoption.js is missing or damaged; publish the release again",
  });
});

test("missing values sort last in either direction", () => {
  const rows = [{ v: 2 }, { v: null }, { v: 10 }];

  assert.deepEqual(sortRows(rows, "v", "ascending").map(({ v }) => v), [2, 10, null]);
  assert.deepEqual(sortRows(rows, "v", "descending").map(({ v }) => v), [10, 2, null]);
});

test("texts with numbers sort by the number", () => {
  const bands = ["100-199", "0-49", "400+", "50-99"].map((band) => ({ band }));

  assert.deepEqual(sortRows(bands, "band", "ascending").map(({ band }) => band), ["0-49", "50-99", "100-199", "400+"]);
});

test("a search finds every word in any order and case", () => {
  const rows = [{ name: "CEDAR HOSPITAL", state: "AL" }, { name: "LAKE HOSPITAL", state: null }];

  assert.deepEqual(search(rows, " al cedar ", ["name", "state"]), [rows[0]]);
  assert.deepEqual(search(rows, "", ["name"]), rows);
  assert.deepEqual(search(rows, "river", ["name", "state"]), []);
});

test("the recommended category is counted per group out of those judged", () => {
  const row = (group, decision, isRecommended) => ({ peer_group: group, bed_band: group, threshold: 77, peers: 12, decision, is_recommended: isRecommended });
  const rows = [row("0-49", "DECIDED", true), row("0-49", "DECIDED", false), row("0-49", "NO_VALUE", null), row("400+", "TOO_FEW_PEERS", null), row(null, "PEER_GROUP_UNKNOWN", null)];

  assert.deepEqual(recommendedByGroup(rows), [
    { peer_group: "0-49 beds", threshold: 77, peers: 12, judged: 2, recommended: 1, recommended_pct: 50 },
    { peer_group: "400+ beds", threshold: 77, peers: 12, judged: 0, recommended: 0, recommended_pct: null },
  ]);
});

test("a provider without a survey row is listed once, without a value", () => {
  const recommendations = [{ organization_id: "cms:1", value: 70, decision: "DECIDED" }];
  const organizations = [{ organization_id: "cms:1", name: "A", state: "AL" }, { organization_id: "cms:2", name: "B", state: "GA" }];

  const rows = withUnsurveyed(recommendations, organizations);

  assert.deepEqual(rows.map((row) => [row.organization_id, row.value, row.decision]), [["cms:1", 70, "DECIDED"], ["cms:2", null, "NOT_SURVEYED"]]);
  assert.equal(rows[1].organization_name, "B");
});

test("the shards of a platform count as one source", () => {
  const source = (id, platform, format, read) => ({ source_id: id, platform, format, as_of: "2025-12-06", rows_read: read, rows_landed: read - 1, rows_rejected: 1 });
  const rows = [source("cms-a", "cms", "csv", 9), source("x-0", "x", "live", 5), source("cms-b", "cms", "csv", 9), source("x-1", "x", "live", 7)];

  assert.deepEqual(withPlatformsWhole(rows).map((row) => [row.source_id, row.rows_read, row.rows_landed, row.rows_rejected]),
    [["cms-a", 9, 8, 1], ["x", 12, 10, 2], ["cms-b", 9, 8, 1]]);
});

test("coverage counts accounts by state and names the reasons of most accounts", () => {
  const row = (state, reason, accounts, relation = "OTHER") => ({ platform: "x", family: "POSTS", relation, state, reason, accounts, records: 1 });
  const rows = [row("COMPLETE", null, 5), row("COMPLETE", null, 2, "OWNED"), row("FAILED", "GONE", 1), row("PARTIAL", "TRANSIENT", 2),
    row("PARTIAL", "RATE_LIMITED", 4), row("FAILED", "TRANSIENT", 3), row("FAILED", "PRIVATE", 2)];

  assert.deepEqual(coverageByFamily(rows), [{
    platform: "x", family: "POSTS", COMPLETE: 7, LIMITED: 0, PARTIAL: 6, FAILED: 6, NOT_OFFERED: 0, NOT_DUE: 0,
    reasons: [["TRANSIENT", 5], ["RATE_LIMITED", 4], ["PRIVATE", 2]],
  }]);
});

test("a hop that loses a row is not reconciled", () => {
  assert.equal(isReconciled({ rows_in: 10, rows_out: 7, rejected: 2, deduplicated: 1 }), true);
  assert.equal(isReconciled({ rows_in: 10, rows_out: 7, rejected: 2, deduplicated: 0 }), false);
});

test("every decision has words and an unknown one is not hidden", () => {
  assert.equal(decisionName({ decision: "DECIDED", is_recommended: true }), "In the recommended category");
  assert.equal(decisionName({ decision: "DECIDED", is_recommended: false }), "Not in the recommended category");
  assert.equal(decisionName({ decision: "TOO_FEW_SURVEYS", is_recommended: null }), "Cannot be told: too few completed surveys");
  assert.equal(decisionName({ decision: "NEW_RULE", is_recommended: null }), "Cannot be told: NEW_RULE");
  assert.equal(suppressionReason("COMPLEMENTARY"), "Not shown, so that another group cannot be worked out");
});

test("a standing gives value, n, period, peers, threshold and decision", () => {
  const standing = {
    value: 71, n: 1234, period_start: "2024-01-01", period_end: null, peers: 512, threshold: 76, peer_group: "200-399", bed_band: "200-399",
    decision: "DECIDED", is_recommended: false,
  };

  assert.equal(describeStanding(standing), "71 % of patients would definitely recommend it (n = 1,234 completed surveys; from 2024-01-01, "
    + "end not in the source). Threshold of its peer group, 200-399 beds (512 providers): 76 %. Not in the recommended category.");
  assert.equal(describeStanding({ ...standing, value: null, threshold: null, decision: "NO_VALUE", is_recommended: null }),
    "Cannot be told: the survey gives no value.");
});
