import { Chart } from "./chart.js";
import { element, fillSelect, replaceChildren } from "./dom.js";
import { formatBoolean, formatCount, formatDate, formatNumber, formatPeriod, formatUnlessSuppressed, NOT_SHOWN } from "./format.js";
import { providerLink } from "./provider.js";
import { COHORTS, cohortOf, cohortsByStratum, PILLARS, search, sortRows, withNames } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { cohortName, stratumName, subjectName, suppressionReason } from "./wording.js";

const EVERYBODY = "all";
const SUBJECTS = ["index", ...PILLARS];

/** Question: how integrated are providers? */
export class Integration {
  #rows;
  #counts;
  #distributions;
  #countChart;
  #spreadChart;
  #stratum = document.getElementById("stratum");
  #search = document.getElementById("integration-search");
  #cohort = document.getElementById("integration-cohort");
  #providers;
  #countTable = new Table("cohort_count", "Providers per cohort and peer stratum", [
    textColumn("peer_stratum", "Peer stratum", stratumName),
    numberColumn("providers", "Providers (n)", shownCount),
    ...COHORTS.map((cohort) => numberColumn(cohort, cohortName(cohort), (count) => (count === undefined ? "0" : shownCount(count)))),
  ]);
  #spreadTable = new Table("index_distribution", "Index and pillars by peer stratum", [
    textColumn("peer_stratum", "Peer stratum", stratumName),
    textColumn("subject", "Score", subjectName),
    ...[["providers", "Providers (n)"], ["p10", "10th percentile"], ["p25", "25th percentile"], ["median", "Median"], ["p75", "75th percentile"],
      ["p90", "90th percentile"]].map(([key, title]) => numberColumn(key, title, formatUnlessSuppressed)),
    textColumn("suppressed_reason", "Withheld", (code) => (code === null ? "no" : suppressionReason(code))),
    textColumn("definition_version", "Definition version"),
  ]);

  constructor(datasets, charts, choose) {
    this.#rows = sortRows(withNames(datasets.rows("latest_index"), datasets.rows("organization")), "rolling_percentile", "descending")
      .map((row) => ({ ...row, cohort: cohortOf(row) }));
    this.#distributions = datasets.rows("index_distribution");
    this.#counts = cohortsByStratum(this.#rows);
    this.#countChart = new Chart(charts.cohort_count);
    this.#spreadChart = new Chart(charts.index_spread);
    this.#providers = new Table("latest_index", "Providers by integration", [
      textColumn("organization_name", "Provider", (name, row) => providerLink(name, row.organization_id, choose, "scorecard")),
      textColumn("us_state", "State"),
      textColumn("cohort", "Cohort", cohortName),
      textColumn("member_since", "Since the period from", formatDate),
      numberColumn("rolling_index", "Index, mean of a year"),
      numberColumn("rolling_percentile", "Rank among peers, 0 to 100"),
      numberColumn("index_absolute", "Index against the baseline year"),
      ...PILLARS.map((pillar) => numberColumn(pillar, subjectName(pillar))),
      textColumn("dialogue_cohort", "Cohort by dialogue", cohortName),
      textColumn("peer_stratum", "Peer stratum"),
      textColumn("is_inherited", "Accounts of its system only", formatBoolean),
      textColumn("organization_id", "Id"),
      textColumn("definition_version", "Definition version"),
    ]);
    replaceChildren("cohort-chart", this.#countChart.node);
    replaceChildren("cohort-table", this.#countTable.node);
    replaceChildren("spread-chart", this.#spreadChart.node);
    replaceChildren("spread-table", this.#spreadTable.node);
    replaceChildren("integration-providers", this.#providers.node);
    this.#stratum.addEventListener("change", () => choose({ stratum: this.#stratum.value }));
    this.#prepareProviders();
  }

  update(choices) {
    document.getElementById("integration-body").hidden = this.#rows.length === 0;
    document.getElementById("integration-empty").hidden = this.#rows.length > 0;
    if (this.#rows.length === 0) {
      return;
    }
    const strata = this.#counts.map((row) => row.peer_stratum);
    const stratum = strata.includes(choices.stratum) ? choices.stratum : EVERYBODY;
    fillSelect(this.#stratum, strata.map((value) => ({ value, label: stratumName(value) })), stratum);
    this.#showCounts(stratum);
    this.#showSpread(stratum);
  }

  #prepareProviders() {
    const present = COHORTS.filter((cohort) => this.#rows.some((row) => row.cohort === cohort));
    fillSelect(this.#cohort, [{ value: "", label: "All cohorts" }, ...present.map((value) => ({ value, label: cohortName(value) }))], "");
    this.#search.addEventListener("input", () => this.#showProviders());
    this.#cohort.addEventListener("change", () => this.#showProviders());
    this.#showProviders();
    this.#countTable.show(this.#counts);
    this.#spreadTable.show(this.#distributions);
  }

  #showProviders() {
    const found = search(this.#rows, this.#search.value, ["organization_name", "us_state", "organization_id"])
      .filter((row) => this.#cohort.value === "" || row.cohort === this.#cohort.value);
    document.getElementById("integration-none").hidden = found.length > 0;
    this.#providers.show(found);
  }

  #showCounts(stratum) {
    const counts = this.#counts.find((row) => row.peer_stratum === stratum);
    const first = this.#rows[0];
    const cohorts = COHORTS.filter((cohort) => counts[cohort] !== undefined);
    replaceChildren("integration-summary",
      `${stratumName(stratum)}: ${counts.providers === null ? `number of providers ${NOT_SHOWN}` : `n = ${formatCount(counts.providers, "provider")}`}; `
      + `${formatPeriod(first.period_start, first.period_end)}. `,
      element("a", { href: "#definition-cohort" }, `Definition, version ${first.definition_version}`));
    const withheld = cohorts.filter((cohort) => counts[cohort] === null);
    replaceChildren("cohort-withheld", ...(withheld.length === 0 ? [] : [element("li", {},
      `Not shown, fewer than 11 providers or next to such a number: ${withheld.map(cohortName).join(", ")}.`)]));
    const shown = cohorts.filter((cohort) => counts[cohort] !== null).map((cohort) => ({ cohort: cohortName(cohort), providers: counts[cohort] }));
    if (shown.length === 0) {
      this.#countChart.clear();
    } else {
      this.#countChart.draw(`Providers per cohort: ${shown.map((row) => `${row.cohort} ${formatNumber(row.providers)}`).join(", ")}.`, { cohorts: shown });
    }
  }

  #showSpread(stratum) {
    const ofStratum = this.#distributions.filter((row) => row.peer_stratum === stratum);
    const shown = SUBJECTS.flatMap((subject) => ofStratum.filter((row) => row.subject === subject && row.median !== null));
    const withheld = ofStratum.filter((row) => row.suppressed_reason !== null);
    document.getElementById("spread-legend").hidden = shown.length === 0;
    replaceChildren("spread-withheld", ...[...new Set(withheld.map((row) => row.suppressed_reason))].map((reason) => element("li", {},
      `${suppressionReason(reason)}: ${withheld.filter((row) => row.suppressed_reason === reason).map((row) => subjectName(row.subject)).join(", ")}.`)));
    if (shown.length === 0) {
      this.#spreadChart.clear();
      return;
    }
    this.#spreadChart.draw(
      `Median of scores: ${shown.map((row) => `${subjectName(row.subject)} ${formatNumber(row.median)} of ${formatCount(row.providers, "provider")}`).join(", ")}.`,
      { subjects: shown.map((row) => ({ ...row, subject: subjectName(row.subject) })) });
  }
}

function shownCount(count) {
  return count === null ? NOT_SHOWN : formatNumber(count);
}
