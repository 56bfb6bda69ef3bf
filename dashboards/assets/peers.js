import { Chart } from "./chart.js";
import { element, fillSelect, replaceChildren } from "./dom.js";
import { formatCount, formatNumber, formatPeriod, formatUnlessSuppressed, formatValue, unitName } from "./format.js";
import { sortRows } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { dimensionName, groupName, suppressionReason, UNKNOWN_GROUP } from "./wording.js";

const PREFERRED_MEASURE = "hcahps_recommend_top";
const PREFERRED_DIMENSION = "ownership";
const DIMENSION_ORDER = ["ownership", "ownership_group", "type", "bed_band", "state"];
const FAMILIES = [
  ["hcahps_", "Inpatient survey (HCAHPS)"],
  ["hvbp_", "Value-based purchasing (HVBP)"],
  ["oas_", "Outpatient survey (OAS CAHPS)"],
];
const STATISTICS = {
  n: "Providers (n)", n_missing: "Without a value", min: "Minimum", p10: "10th percentile", p25: "25th percentile",
  median: "Median", p75: "75th percentile", p90: "90th percentile", max: "Maximum", mean: "Mean",
  weighted_mean: "Mean weighted by surveys", sd: "Standard deviation",
};
/** Column of a provider that holds its group in each dimension. */
const GROUP_COLUMNS = {
  ownership: "ownership", ownership_group: "ownership_group", type: "organization_type", bed_band: "bed_band", state: "state",
};

/** Question: where does a provider stand among its peers? */
export class Peers {
  #distributions;
  #recommendations;
  #choose;
  #chart;
  #table;
  #measure = document.getElementById("measure");
  #period = document.getElementById("period");
  #dimension = document.getElementById("dimension");

  constructor(datasets, charts, choose) {
    this.#distributions = datasets.rows("peer_distribution");
    this.#recommendations = datasets.rows("recommendation");
    this.#choose = choose;
    this.#chart = new Chart(charts.distribution);
    this.#table = new Table("peer_distribution", "Distribution by peer group", [
      textColumn("peer_group", "Peer group", groupName),
      ...Object.entries(STATISTICS).map(([key, title]) => numberColumn(key, title, formatUnlessSuppressed)),
      textColumn("suppressed_reason", "Withheld", (code) => (code === null ? "no" : suppressionReason(code))),
      textColumn("definition_version", "Definition version"),
    ]);
    replaceChildren("peers-chart", this.#chart.node);
    replaceChildren("peers-table", this.#table.node);
    this.#measure.addEventListener("change", () => choose({ measure: this.#measure.value, period: null }));
    this.#period.addEventListener("change", () => choose({ period: this.#period.value }));
    this.#dimension.addEventListener("change", () => choose({ dimension: this.#dimension.value }));
  }

  update(choices) {
    const measures = distinct(this.#distributions, "measure_id");
    document.getElementById("peers-body").hidden = measures.length === 0;
    document.getElementById("peers-empty").hidden = measures.length > 0;
    if (measures.length === 0) {
      return;
    }
    const measure = pick(measures, choices.measure, PREFERRED_MEASURE);
    const ofMeasure = this.#distributions.filter((row) => row.measure_id === measure);
    const periods = [...new Set(ofMeasure.map(periodOf))];
    const period = pick(periods, choices.period, periods.at(-1));
    const ofPeriod = ofMeasure.filter((row) => periodOf(row) === period);
    const dimensions = DIMENSION_ORDER.filter((dimension) => ofPeriod.some((row) => row.peer_dimension === dimension));
    const dimension = pick(dimensions, choices.dimension, PREFERRED_DIMENSION);
    fillSelect(this.#measure, this.#measureOptions(), measure);
    fillSelect(this.#period, periods.map((value) => ({ value, label: value })), period);
    document.getElementById("period-control").hidden = periods.length === 1;
    fillSelect(this.#dimension, dimensions.map((value) => ({ value, label: dimensionName(value) })), dimension);
    this.#show(ofPeriod, dimension, this.#recommendations.find((row) => row.organization_id === choices.provider));
  }

  #measureOptions() {
    const titles = new Map(this.#distributions.map((row) => [row.measure_id, row.measure_title]));
    const options = [...titles].map(([value, label]) => ({ value, label, family: familyOf(value) }));
    return distinct(options, "family").map((family) => ({ label: family, options: options.filter((option) => option.family === family) }));
  }

  #show(rows, dimension, provider) {
    const national = rows.filter((row) => row.peer_dimension === "national");
    const groups = rows.filter((row) => row.peer_dimension === dimension);
    const shown = sortRows(groups.filter((row) => row.suppressed_reason === null), "median", "descending");
    const withheld = groups.filter((row) => row.suppressed_reason !== null);
    const { measure_id: measureId, measure_title: title, unit } = rows[0];
    const summary = describe(national[0] ?? rows[0], unit);
    replaceChildren("peers-title", title, " by ", dimensionName(dimension).toLowerCase());
    replaceChildren("peers-summary", summary, " ",
      element("a", { href: `#definition-${measureId}` }, `Definition, version ${rows[0].definition_version}`));
    replaceChildren("peers-unit", `Unit: ${unitName(unit)}. Right-hand column: number of providers with a value.`);
    const position = provider?.measure_id === measureId ? positionOf(provider, dimension, shown) : [];
    document.getElementById("legend-provider").hidden = position.length === 0;
    replaceChildren("legend-provider-name", position[0]?.organization_name ?? "");
    document.getElementById("peers-legend").hidden = shown.length === 0;
    this.#draw(`${title} by ${dimensionName(dimension).toLowerCase()}: ${formatCount(shown.length, "group")}. ${summary}`,
      shown, national.filter((row) => row.median !== null), position);
    showWithheld(withheld);
    this.#table.show([...national, ...shown, ...withheld]);
  }

  #draw(label, groups, national, position) {
    if (groups.length === 0) {
      this.#chart.clear();
      return;
    }
    const named = (rows) => rows.map((row) => ({ ...row, peer_group: groupName(row.peer_group) }));
    this.#chart.draw(label, { groups: named(groups), national: named(national), provider: named(position) });
  }
}

function distinct(rows, column) {
  return [...new Set(rows.map((row) => row[column]))];
}

/** The wanted option if there is one, else the preferred, else the first. */
function pick(options, wanted, preferred) {
  return [wanted, preferred].find((option) => options.includes(option)) ?? options[0];
}

function periodOf(row) {
  return formatPeriod(row.period_start, row.period_end);
}

function familyOf(measureId) {
  return FAMILIES.find(([prefix]) => measureId.startsWith(prefix))?.[1] ?? "Other measures";
}

function describe(national, unit) {
  if (national.peer_dimension !== "national" || national.suppressed_reason !== null) {
    return `All providers: not shown; ${periodOf(national)}.`;
  }
  return `All providers: median ${formatValue(national.median, unit)}, 10th to 90th percentile `
    + `${formatNumber(national.p10)} to ${formatValue(national.p90, unit)} (n = ${formatCount(national.n, "provider")}, `
    + `${withoutValue(national.n_missing)}; ${periodOf(national)}).`;
}

function withoutValue(count) {
  return count === null ? "number listed without a value not shown" : `${formatNumber(count)} listed without a value`;
}

function positionOf(provider, dimension, shown) {
  const group = provider[GROUP_COLUMNS[dimension]] ?? UNKNOWN_GROUP;
  const isShown = provider.value !== null && shown.some((row) => row.peer_group === group);
  return isShown ? [{ ...provider, peer_group: group }] : [];
}

function showWithheld(rows) {
  const reasons = distinct(rows, "suppressed_reason");
  replaceChildren("peers-withheld", ...reasons.map((reason) => {
    const groups = rows.filter((row) => row.suppressed_reason === reason).map((row) => groupName(row.peer_group));
    return element("li", {}, `${suppressionReason(reason)}: ${groups.join(", ")}.`);
  }));
}
