import { Chart } from "./chart.js";
import { element, fillSelect, replaceChildren } from "./dom.js";
import { formatNumber, formatPeriod, formatValue, NOT_SHOWN } from "./format.js";
import { describeProvider, providerLink } from "./provider.js";
import { recommendedByGroup, search, sortRows, withUnsurveyed } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { decisionName, describeStanding, peerGroupName } from "./wording.js";

const percent = (value) => formatValue(value, "pct");

/** Question: who is in the recommended category? */
export class Recommended {
  #rows;
  #isSurveyed;
  #provider;
  #chart;
  #groups = new Table("recommended_by_group", "Threshold and share by peer group", [
    textColumn("peer_group", "Peer group"),
    numberColumn("peers", "Peers with a value that counts", (peers) => (peers === null ? NOT_SHOWN : formatNumber(peers))),
    numberColumn("threshold", "Threshold", (threshold) => (threshold === null ? "none" : percent(threshold))),
    numberColumn("judged", "Judged (n)"),
    numberColumn("recommended", "In the category"),
    numberColumn("recommended_pct", "Share of judged", percent),
  ]);
  #providers;
  #search = document.getElementById("provider-search");
  #state = document.getElementById("provider-state");
  #decision = document.getElementById("provider-decision");

  constructor(datasets, charts, choose) {
    const recommendations = sortRows(datasets.rows("recommendation"), "organization_name", "ascending");
    const organizations = sortRows(datasets.rows("organization"), "name", "ascending");
    this.#rows = withUnsurveyed(recommendations, organizations).map((row) => ({ ...row, outcome: decisionName(row) }));
    this.#isSurveyed = recommendations.length > 0;
    this.#chart = new Chart(charts.recommended_share);
    this.#providers = new Table("recommendation", "Providers", [
      textColumn("organization_name", "Provider", (name, row) => providerLink(name, row.organization_id, choose, "standing")),
      textColumn("state", "State"),
      numberColumn("value", "Would definitely recommend", percent),
      numberColumn("n", "Surveys (n)"),
      textColumn("peer_group", "Peer group", (group, row) => peerGroupName(row)),
      numberColumn("threshold", "Threshold", percent),
      textColumn("outcome", "Decision"),
      textColumn("organization_id", "Id"),
    ]);
    replaceChildren("recommended-chart", this.#chart.node);
    replaceChildren("recommended-groups", this.#groups.node);
    replaceChildren("recommended-providers", this.#providers.node);
    this.#prepareFilters();
    this.#showGroups();
  }

  update(choices) {
    if (choices.provider === this.#provider) {
      return;
    }
    this.#provider = choices.provider;
    this.#showStanding(this.#rows.find((row) => row.organization_id === choices.provider), choices.provider);
  }

  #prepareFilters() {
    const options = (column) => [...new Set(this.#rows.map((row) => row[column]))]
      .filter((value) => value !== null).sort().map((value) => ({ value, label: value }));
    fillSelect(this.#state, [{ value: "", label: "All states" }, ...options("state")], "");
    fillSelect(this.#decision, [{ value: "", label: "All decisions" }, ...options("outcome")], "");
    this.#search.addEventListener("input", () => this.#showProviders());
    this.#state.addEventListener("change", () => this.#showProviders());
    this.#decision.addEventListener("change", () => this.#showProviders());
    this.#showProviders();
  }

  #showProviders() {
    const found = search(this.#rows, this.#search.value, ["organization_name", "state", "organization_id"])
      .filter((row) => this.#state.value === "" || row.state === this.#state.value)
      .filter((row) => this.#decision.value === "" || row.outcome === this.#decision.value);
    document.getElementById("provider-none").hidden = found.length > 0;
    this.#providers.show(found);
  }

  #showGroups() {
    const groups = sortRows(recommendedByGroup(this.#rows), "peer_group", "ascending");
    const judged = groups.filter((group) => group.recommended_pct !== null);
    document.getElementById("recommended-body").hidden = !this.#isSurveyed;
    document.getElementById("recommended-empty").hidden = this.#isSurveyed;
    document.getElementById("recommended-undecided").hidden = judged.length > 0;
    this.#groups.show(groups);
    if (judged.length > 0) {
      this.#draw(judged);
    }
  }

  #draw(groups) {
    const first = this.#rows.find((row) => row.decision === "DECIDED");
    replaceChildren("recommended-summary", `Bars show providers in the category out of those judged, ${formatPeriod(first.period_start, first.period_end)}. `,
      element("a", { href: "#definition-recommended" }, `Definition, rule version ${first.definition_version}`));
    this.#chart.draw(
      `Share in the recommended category by peer group: ${groups.map((group) => `${group.peer_group} ${percent(group.recommended_pct)} of ${formatNumber(group.judged)}`).join("; ")}.`,
      { groups });
  }

  #showStanding(row, wanted) {
    const panel = document.getElementById("standing");
    panel.hidden = wanted === undefined;
    if (panel.hidden) {
      return;
    }
    panel.replaceChildren(
      element("h3", {}, row === undefined ? `Provider ${wanted}` : `${row.organization_name ?? row.organization_id}`),
      element("p", {}, row === undefined ? "No registry of this release lists it." : describeStanding(row)),
      ...(row === undefined ? [] : [element("p", { class: "muted" }, describeProvider(row))]));
  }
}
