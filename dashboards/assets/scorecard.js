import { Chart } from "./chart.js";
import { element, replaceChildren } from "./dom.js";
import { formatCount, formatDate, formatNumber, formatPeriod, formatValue, NOT_SHOWN } from "./format.js";
import { describeProvider, providerLink } from "./provider.js";
import { cohortOf, pillarStanding, search, sortRows } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { cohortName, componentName, measureName, platformName, positionName, subjectName, valueStateName } from "./wording.js";

const MATCHES = 8;
const POSITIONS = ["ABOVE", "TYPICAL", "BELOW", "NOT_DISTINGUISHABLE", "NOT_ENOUGH_DATA", "SUPPRESSED"];

/** Question: where does a provider stand among its peers? */
export class Scorecard {
  #datasets;
  #choose;
  #organizations;
  #measures;
  #provider;
  #pillars;
  #history;
  #search = document.getElementById("scorecard-search");
  #components = new Table("index_component", "What the index is made of", [
    textColumn("component", "Component", componentName),
    textColumn("pillar", "Pillar", subjectName),
    numberColumn("value", "Value"),
    textColumn("state", "Value is", valueStateName),
    numberColumn("percentile", "Rank among peers, 0 to 100", (rank, row) => (row.is_without_variance ? "all alike" : formatNumber(rank))),
    numberColumn("peers", "Peers with a value (n)", (peers) => (peers < 11 ? NOT_SHOWN : formatNumber(peers))),
  ]);
  #positions = new Table("peer_position", "Position among the providers of its bed class", [
    textColumn("title", "Measure"),
    textColumn("platform", "Platform", platformName),
    textColumn("position", "Position", positionName),
    numberColumn("value", "Value", (value, row) => formatValue(value, row.unit)),
    textColumn("interval", "95 % interval"),
    numberColumn("n", "Cases (n)"),
    numberColumn("peer_median", "Median of peers", (median, row) => (median === null ? NOT_SHOWN : formatValue(median, row.unit))),
    numberColumn("percentile", "Rank among peers, 0 to 100"),
    numberColumn("peers", "Peers (n)", (peers) => (peers === null ? NOT_SHOWN : formatNumber(peers))),
    textColumn("period", "Period"),
    textColumn("definition_version", "Definition version"),
  ]);

  constructor(datasets, charts, choose) {
    this.#datasets = datasets;
    this.#choose = choose;
    this.#organizations = sortRows(datasets.rows("organization"), "name", "ascending");
    this.#measures = datasets.rows("measure");
    this.#pillars = new Chart(charts.pillar_standing);
    this.#history = new Chart(charts.index_history);
    replaceChildren("scorecard-pillars", this.#pillars.node);
    replaceChildren("scorecard-history", this.#history.node);
    replaceChildren("scorecard-components", this.#components.node);
    replaceChildren("scorecard-positions", this.#positions.node);
    this.#search.addEventListener("input", () => this.#showMatches());
  }

  update(choices) {
    if (choices.provider === this.#provider) {
      return;
    }
    this.#provider = choices.provider;
    this.#search.value = "";
    this.#showMatches();
    const organization = this.#organizations.find((row) => row.organization_id === choices.provider);
    document.getElementById("scorecard-empty").hidden = choices.provider !== undefined;
    document.getElementById("scorecard-unknown").hidden = choices.provider === undefined || organization !== undefined;
    document.getElementById("scorecard-body").hidden = organization === undefined;
    if (organization !== undefined) {
      this.#show(organization);
    }
  }

  #showMatches() {
    const text = this.#search.value.trim();
    const found = text === "" ? [] : search(this.#organizations, text, ["name", "state", "organization_id"]);
    const links = found.slice(0, MATCHES).map((row) => element("li", {},
      providerLink(row.name, row.organization_id, this.#choose, "scorecard"), row.state === null ? "" : `, ${row.state}`));
    const rest = found.length - links.length;
    replaceChildren("scorecard-matches", ...links,
      rest > 0 ? element("li", { class: "muted" }, `and ${formatCount(rest, "other")}: add a word`) : null,
      text !== "" && found.length === 0 ? element("li", { class: "muted" }, "No provider of this release matches.") : null);
  }

  #show(organization) {
    const index = this.#datasets.rows("latest_index").find((row) => row.organization_id === organization.organization_id);
    replaceChildren("scorecard-name", organization.name ?? organization.organization_id);
    replaceChildren("scorecard-provider", describeProvider(organization));
    document.getElementById("scorecard-index").hidden = index === undefined;
    document.getElementById("scorecard-no-index").hidden = index !== undefined;
    if (index !== undefined) {
      this.#showIndex(index);
    }
    this.#load("integration_index", "scorecard-history-summary", (rows) => this.#showHistory(rows));
    this.#load("latest_component", "scorecard-components-summary", (rows) => this.#showComponents(rows));
    this.#load("latest_position", "scorecard-positions-summary", (rows) => this.#showPositions(rows));
  }

  /** Rows of the provider once they are there; another provider may have been chosen in the meantime. */
  #load(dataset, place, show) {
    const provider = this.#provider;
    replaceChildren(place, "Loading.");
    this.#datasets.load(dataset)
      .then((rows) => (provider === this.#provider ? show(rows.filter((row) => row.organization_id === provider)) : undefined))
      .catch((error) => replaceChildren(place, element("span", { class: "failure", role: "alert" }, error.message)));
  }

  #showIndex(index) {
    const cohort = cohortName(cohortOf(index));
    replaceChildren("scorecard-facts",
      fact("Cohort", index.member_since === null ? cohort : `${cohort}, since the period from ${formatDate(index.member_since)}`),
      fact("Index, mean of a year", outOf(index.rolling_index)),
      fact("Rank of that among peers", outOf(index.rolling_percentile)),
      fact("Index against the baseline year", outOf(index.index_absolute)),
      fact("Cohort by dialogue", cohortName(index.dialogue_cohort)),
      fact("Peers", index.peer_stratum),
      fact("Period", formatPeriod(index.period_start, index.period_end)));
    const pillars = pillarStanding(index, this.#datasets.rows("index_distribution"));
    const known = pillars.filter((row) => row.value !== null);
    const unknown = pillars.filter((row) => row.value === null).map((row) => subjectName(row.subject));
    document.getElementById("pillars-legend").hidden = known.length === 0;
    replaceChildren("scorecard-pillars-summary",
      known.length === 0 ? "Not enough data: no pillar of this provider is known for the period. "
        : unknown.length === 0 ? "All four pillars are known. " : `Not enough data for ${unknown.join(", ")}. `,
      element("a", { href: "#definition-index" }, `Definition, version ${index.definition_version}`));
    if (known.length === 0) {
      this.#pillars.clear();
      return;
    }
    this.#pillars.draw(
      `Pillars: ${known.map((row) => `${subjectName(row.subject)} ${formatNumber(row.value)}, peers' median ${row.median === null ? NOT_SHOWN : formatNumber(row.median)}`).join("; ")}.`,
      { pillars: known.map((row) => ({ ...row, subject: subjectName(row.subject) })) });
  }

  #showHistory(rows) {
    const known = rows.filter((row) => row.index_absolute !== null);
    const missing = rows.length - known.length;
    replaceChildren("scorecard-history-summary", known.length === 0
      ? "Not enough data: no period of this provider has an index against the baseline year."
      : `${formatCount(known.length, "period")} with an index${missing === 0 ? "" : `, ${formatNumber(missing)} without`}. `
        + "Measured against the peers of the baseline year, so that all may rise together; no interval is known, so read small changes as noise.");
    if (known.length === 0) {
      this.#history.clear();
      return;
    }
    this.#history.draw(`Index per period: ${known.map((row) => `${row.period_start} ${formatNumber(row.index_absolute)}`).join(", ")}.`, { periods: rows });
  }

  #showComponents(rows) {
    const known = rows.filter((row) => row.value !== null).length;
    replaceChildren("scorecard-components-summary", rows.length === 0
      ? "Not enough data: this release holds no component of its index."
      : `${formatNumber(known)} of ${formatCount(rows.length, "component")} known; for the others the table says why not.`);
    this.#components.show(rows);
  }

  #showPositions(rows) {
    const counts = POSITIONS.map((position) => [position, rows.filter((row) => row.position === position).length]).filter(([, count]) => count > 0);
    replaceChildren("scorecard-positions-summary", rows.length === 0
      ? "Not enough data: this release holds no measure of this provider."
      : `${formatCount(rows.length, "measure")}: ${counts.map(([position, count]) => `${formatNumber(count)} ${positionName(position).toLowerCase()}`).join(", ")}. `
        + "Peers: providers of the same bed class. A position is given only where the interval of the value tells it from its peers.");
    document.getElementById("scorecard-positions").hidden = rows.length === 0;
    this.#positions.show(sortRows(rows.map((row) => ({
      ...row,
      title: measureName(row.measure_id, this.#measures),
      interval: row.ci_low === null || row.ci_high === null ? "none" : `${formatNumber(row.ci_low)} to ${formatNumber(row.ci_high)}`,
      period: formatPeriod(row.period_start, row.period_end),
    })), "title", "ascending"));
  }
}

function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}

function outOf(score) {
  return score === null ? formatNumber(score) : `${formatNumber(score)} of 100`;
}
