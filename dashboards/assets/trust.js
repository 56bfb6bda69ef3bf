import { Chart } from "./chart.js";
import { element, replaceChildren } from "./dom.js";
import { formatBoolean, formatCount, formatDate, formatNumber } from "./format.js";
import { coverageByFamily, isReconciled, sortRows, withPlatformsWhole } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { codeName, familyName, platformName } from "./wording.js";

const STATUS_NAMES = { PASSED: "passed", FAILED: "failed", NOT_APPLICABLE: "nothing to check" };
const STATUS_LOOK = { PASSED: "good", FAILED: "bad" };

/** Question: may I quote this? */
export function showTrust(datasets, charts) {
  showSources(datasets.rows("source_read"), new Chart(charts.source_rows));
  showHops(datasets.rows("hop_count"));
  showCoverage(datasets.rows("account_coverage"));
  showProblems(datasets.rows("problem_summary"), new Chart(charts.problems));
  showChecks(datasets.rows("check_result"));
}

function total(rows, column) {
  return rows.reduce((sum, row) => sum + row[column], 0);
}

function showSources(sources, chart) {
  document.getElementById("sources-legend").hidden = sources.length === 0;
  replaceChildren("sources-summary", describeSources(sources));
  replaceChildren("sources-chart", chart.node);
  if (sources.length > 0) {
    const whole = withPlatformsWhole(sources);
    chart.draw(`Rows read per source: ${whole.map((row) => `${row.source_id} ${formatNumber(row.rows_read)}`).join(", ")}.`, { sources: whole });
  }
  const table = new Table("source_read", "Rows read from each source", [
    textColumn("source_id", "Source"), textColumn("as_of", "As of", formatDate),
    numberColumn("rows_read", "Rows read"), numberColumn("rows_landed", "Landed"), numberColumn("rows_rejected", "Rejected"),
    textColumn("platform", "Platform", platformName), textColumn("format", "Format"), textColumn("file", "File"),
  ]);
  replaceChildren("sources-table", table.node);
  table.show(sources);
}

function describeSources(sources) {
  return sources.length === 0
    ? "No source was read for this release."
    : `${formatCount(total(sources, "rows_read"), "row")} read = ${formatNumber(total(sources, "rows_landed"))} landed `
      + `+ ${formatNumber(total(sources, "rows_rejected"))} rejected; in the right-hand column per source.`;
}

function showCoverage(coverage) {
  document.getElementById("coverage").hidden = coverage.length === 0;
  const missing = total(coverage.filter(({ state }) => state === "PARTIAL" || state === "FAILED"), "accounts");
  const readings = total(coverage.filter(({ state }) => state !== "NOT_OFFERED" && state !== "NOT_DUE"), "accounts");
  replaceChildren("coverage-summary",
    `${formatCount(readings, "reading")} of one family of data of one account; ${formatNumber(missing)} of them lack something that was asked for. `,
    element("a", { href: "#definition-coverage" }, "Definition"));
  const table = new Table("account_coverage", "Accounts by how completely they were read", [
    textColumn("platform", "Platform", platformName), textColumn("family", "Data", familyName),
    numberColumn("COMPLETE", "Complete"), numberColumn("LIMITED", "Limited"), numberColumn("PARTIAL", "Partial"),
    numberColumn("FAILED", "Failed"), numberColumn("NOT_OFFERED", "Not offered"), numberColumn("NOT_DUE", "Not due"),
    textColumn("reasons", "Most frequent reasons"),
  ]);
  replaceChildren("coverage-table", table.node);
  table.show(coverageByFamily(coverage).map((row) => ({ ...row, reasons: describeReasons(row.reasons) })));
}

function describeReasons(reasons) {
  return reasons.map(([reason, accounts]) => `${codeName(reason)} (${formatNumber(accounts)})`).join(", ");
}

function showHops(hops) {
  replaceChildren("hops-summary", describeHops(hops));
  const table = new Table("hop_count", "Rows at each hop", [
    textColumn("hop", "Hop"), textColumn("subject", "Source or table"),
    numberColumn("rows_in", "Rows in"), numberColumn("rows_out", "Rows out"),
    numberColumn("rejected", "Rejected"), numberColumn("deduplicated", "Deduplicated"),
  ]);
  replaceChildren("hops-table", table.node);
  table.show(hops);
}

function describeHops(hops) {
  const broken = hops.filter((hop) => !isReconciled(hop));
  if (broken.length > 0) {
    return `Do not quote this release: ${formatCount(broken.length, "count")} of ${formatNumber(hops.length)} do not add up.`;
  }
  return hops.length === 0
    ? "No hop was counted for this release."
    : `All ${formatCount(hops.length, "count")} add up: rows in = rows out + rejected + deduplicated.`;
}

function showProblems(problems, chart) {
  const rejected = problems.filter((row) => row.is_rejected);
  replaceChildren("problems-summary", problems.length === 0
    ? "No problem was met in this release."
    : `${formatCount(total(problems, "problems"), "problem")}, of which ${formatNumber(total(rejected, "problems"))} left a row out.`);
  document.getElementById("problems-legend").hidden = problems.length === 0;
  document.getElementById("problems-details").hidden = problems.length === 0;
  replaceChildren("problems-chart", chart.node);
  if (problems.length > 0) {
    chart.draw(`Problems by kind: ${problems.map((row) => `${codeName(row.code)} in ${row.source_id} ${formatNumber(row.problems)}`).join(", ")}.`,
      { problems: sortRows(problems, "problems", "descending").map((row) => ({ ...row, code: codeName(row.code) })) });
  }
  const table = new Table("problem_summary", "Problems by source and kind", [
    textColumn("source_id", "Source"), textColumn("platform", "Platform", platformName), textColumn("family", "Data", familyName),
    textColumn("code", "Kind", codeName),
    textColumn("is_rejected", "Row left out", formatBoolean), numberColumn("problems", "Problems"),
  ]);
  replaceChildren("problems-table", table.node);
  table.show(problems);
}

function showChecks(checks) {
  const withStatus = (status) => checks.filter((check) => check.status === status).length;
  replaceChildren("checks-summary", checks.length === 0
    ? "No quality check was run for this release."
    : `${formatCount(checks.length, "quality check")}: ${withStatus("PASSED")} passed, ${withStatus("FAILED")} failed, `
      + `${withStatus("NOT_APPLICABLE")} had nothing to check.`);
  const table = new Table("check_result", "Quality checks", [
    textColumn("check_id", "Check"),
    textColumn("status", "Status", (status) => element("span", { class: `badge ${STATUS_LOOK[status] ?? ""}` }, STATUS_NAMES[status] ?? status)),
    textColumn("severity", "Severity"),
    numberColumn("violations", "Violations"), numberColumn("total", "Rows checked (n)"),
    numberColumn("threshold_pct", "Allowed, percent"), textColumn("note", "Note", (note) => note ?? ""),
  ]);
  replaceChildren("checks-table", table.node);
  table.show(sortRows(checks, "status", "ascending"));
}
