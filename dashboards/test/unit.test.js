import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddress, parseAddress } from "../assets/address.js";
import { toCsv } from "../assets/csv.js";
import { Datasets } from "../assets/datasets.js";
import { formatDate, formatEstimate, formatGap, formatNumber, formatPeriod, formatRate, formatUnlessSuppressed, formatValue } from "../assets/format.js";
import {
  belongTo, cohortOf, cohortsByStratum, contrastsOf, coverageByFamily, isReconciled, pillarStanding, recommendedByGroup, referenceOf, search, sortRows,
  unadjustedOf, variantStrip, withNames, withPlatformsWhole, withUnsurveyed,
} from "../assets/summaries.js";
import { cohortName, decisionName, describeStanding, estimatorName, measureName, positionName, suppressionReason, verdictName } from "../assets/wording.js";

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

test("a gap has its own units, its interval and two decimals at most", () => {
  assert.equal(formatGap(1.8, "top_box_pct"), "1.8 points");
  assert.equal(formatGap(1.2345, "ratio"), "1.23 times");
  assert.equal(formatGap(null, "ratio"), "not known");
  assert.equal(formatEstimate({ estimate: -0.4, ci_low: -1.234, ci_high: 0.5, unit: "pct" }), "-0.4 points (95 % interval -1.23 to 0.5)");
  assert.equal(formatEstimate({ estimate: 2, ci_low: null, ci_high: null, unit: "ratio" }), "2 times (no interval)");
  assert.equal(formatRate(0.0004), "below 0.01");
  assert.equal(formatRate(0.046), "0.05");
  assert.equal(formatRate(null), "not known");
});

test("a provider without a cohort says why", () => {
  assert.equal(cohortOf({ cohort: "HIGH", state: "COMPUTED" }), "HIGH");
  assert.equal(cohortOf({ cohort: null, state: "COMPUTED" }), "NOT_FORMED");
  assert.equal(cohortOf({ cohort: null, state: "UNKNOWN" }), "UNKNOWN");
  assert.equal(cohortName("NOT_FORMED"), "Not enough periods yet");
});

const inCohort = (stratum, cohort, count) => Array.from({ length: count }, () => ({ peer_stratum: stratum, cohort, state: "COMPUTED" }));

test("cohorts are counted per stratum, all providers first", () => {
  const rows = [...inCohort("b", "HIGH", 20), ...inCohort("b", "LOW", 30), ...inCohort("a", "LOW", 11)];

  assert.deepEqual(cohortsByStratum(rows), [
    { peer_stratum: "all", providers: 61, HIGH: 20, LOW: 41 },
    { peer_stratum: "a", providers: 11, HIGH: 0, LOW: 11 },
    { peer_stratum: "b", providers: 50, HIGH: 20, LOW: 30 },
  ]);
});

test("a count of fewer than eleven providers is withheld, and so is what would give it away", () => {
  const rows = [...inCohort("a", "HIGH", 10), ...inCohort("a", "LOW", 40), ...inCohort("a", "MIDDLE", 50),
    ...inCohort("b", "HIGH", 60), ...inCohort("b", "LOW", 70), ...inCohort("b", "MIDDLE", 80)];

  assert.deepEqual(cohortsByStratum(rows), [
    { peer_stratum: "all", providers: 310, HIGH: 70, MIDDLE: 130, LOW: 110 },
    { peer_stratum: "a", providers: 100, HIGH: null, MIDDLE: 50, LOW: null },
    { peer_stratum: "b", providers: 210, HIGH: null, MIDDLE: 80, LOW: null },
  ]);
});

test("several small counts whose sum is small are withheld with a larger one", () => {
  const [all] = cohortsByStratum([...inCohort("a", "HIGH", 2), ...inCohort("a", "LOW", 3), ...inCohort("a", "MIDDLE", 50), ...inCohort("a", "UNKNOWN", 60)]);

  assert.deepEqual(all, { peer_stratum: "all", providers: 115, HIGH: null, MIDDLE: null, LOW: null, UNKNOWN: 60 });
});

const contrastRow = (change) => ({
  exposure: "dialogue", outcome: "recommend", platform: "all", peer_dimension: "national", exposure_end: "2025-03-30", is_headline: true, state: "SHOWN",
  layer: "ADJUSTED", unit: "pct", estimate: 1, ...change,
});

test("a contrast that could not be tested is of the newest period whose outcome is known", () => {
  const toCome = contrastRow({ exposure_end: "2025-06-29", state: "NOT_ENOUGH_DATA", reason: "the period after the exposure is not known yet" });
  const known = contrastRow({ state: "NOT_ENOUGH_DATA", reason: "fewer than 20 providers in a cohort" });

  assert.equal(contrastsOf([known, toCome])[0].headline, known);
  assert.equal(contrastsOf([toCome])[0].headline, toCome);
});

test("a contrast is of the newest period that could be tested, or else of the newest", () => {
  const tested = contrastRow({});
  const later = contrastRow({ exposure_end: "2025-06-29", state: "NOT_ENOUGH_DATA" });
  const earlier = contrastRow({ exposure_end: "2024-12-29" });
  const group = contrastRow({ peer_dimension: "region", peer_group: "South" });
  const other = contrastRow({ platform: "x", state: "SUPPRESSED" });

  const [contrast, untested] = contrastsOf([earlier, tested, group, later, other]);

  assert.deepEqual(contrast, { key: "dialogue recommend all", headline: tested, newest: later, estimators: [tested], groups: [group] });
  assert.equal(untested.headline, other);
  assert.equal(untested.newest, other);
  assert.deepEqual(contrastsOf([contrastRow({ is_headline: false })]), []);
});

test("the unadjusted gap is one in the unit of the headline", () => {
  const headline = contrastRow({});
  const rank = contrastRow({ is_headline: false, layer: "UNADJUSTED", unit: "probability", estimate: 0.6 });
  const refused = contrastRow({ is_headline: false, layer: "UNADJUSTED", estimate: null });
  const raw = contrastRow({ is_headline: false, layer: "UNADJUSTED", estimate: 4 });

  assert.equal(unadjustedOf({ headline, estimators: [headline, rank, refused, raw] }), raw);
  assert.equal(unadjustedOf({ headline, estimators: [headline, rank, refused] }), undefined);
});

test("rows belong to a headline of the same exposure, outcome, platform and period", () => {
  const row = contrastRow({ step: 1 });

  assert.deepEqual(belongTo(contrastRow({}), [row, contrastRow({ exposure_end: "2024-12-29" }), contrastRow({ platform: "x" })]), [row]);
});

test("specifications are drawn in order of their estimates, in the unit of the headline alone", () => {
  const variant = (estimate, unit = "pct", isHeadline = false) => ({ estimate, unit, is_headline: isHeadline });

  assert.deepEqual(variantStrip([variant(2), variant(null), variant(0.5, "probability"), variant(1, "pct", true)]).map(({ place, estimate }) => [place, estimate]),
    [[1, 1], [2, 2]]);
  assert.deepEqual(variantStrip([]), []);
});

test("no difference is one of a ratio and zero of a difference", () => {
  assert.deepEqual(referenceOf("ratio"), [{ no_difference: 1 }]);
  assert.deepEqual(referenceOf("top_box_pct"), [{ no_difference: 0 }]);
});

test("pillars stand beside the quartiles of their own stratum", () => {
  const distributions = [{ peer_stratum: "a", subject: "cadence", p25: 20, median: 50, p75: 80 }, { peer_stratum: "b", subject: "cadence", p25: 1, median: 2, p75: 3 }];
  const [presence, cadence] = pillarStanding({ peer_stratum: "a", presence: null, cadence: 61 }, distributions);

  assert.deepEqual(presence, { subject: "presence", value: null, p25: null, median: null, p75: null });
  assert.deepEqual(cadence, { subject: "cadence", value: 61, p25: 20, median: 50, p75: 80 });
});

test("a provider that no registry names goes by its id", () => {
  assert.deepEqual(withNames([{ organization_id: "a" }, { organization_id: "b" }], [{ organization_id: "b", name: "B", state: "AL" }]),
    [{ organization_id: "a", organization_name: "a", us_state: null }, { organization_id: "b", organization_name: "B", us_state: "AL" }]);
});

test("codes of comparisons have words and an unknown one is not hidden", () => {
  assert.equal(verdictName("INCONCLUSIVE"), "Inconclusive");
  assert.equal(verdictName("NEW_VERDICT"), "New verdict");
  assert.equal(positionName("NOT_DISTINGUISHABLE"), "Not distinguishable from peers");
  assert.equal(estimatorName("adjusted_positive_share_cr2"), "Adjusted positive share cr2");
  assert.equal(estimatorName("rank_ols_cr1"), "Adjusted regression of ranks");
  assert.equal(measureName("er_follower_7d", []), "Engagement rate per follower");
  assert.equal(measureName("x", [{ measure_id: "x", title: "Title" }]), "Title");
});
