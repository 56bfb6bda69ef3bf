import { Chart } from "./chart.js";
import { element, fillSelect, replaceChildren } from "./dom.js";
import { formatCount, formatNumber, formatPeriod, formatValue, NOT_SHOWN } from "./format.js";
import { providerLink } from "./provider.js";
import { sortRows, withNames } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { funnelName, groupName, positionName } from "./wording.js";

const percent = (value) => formatValue(value, "pct");

/** Question: who is recommended more or less often than chance alone would give? */
export class Funnel {
  #rows;
  #groups;
  #chart;
  #group = document.getElementById("funnel-group");
  #provider;
  #table;

  constructor(datasets, charts, choose) {
    this.#rows = withNames(datasets.rows("recommend_position"), datasets.rows("organization"));
    this.#groups = sortRows([...new Set(this.#rows.map((row) => row.peer_group))].map((value) => ({ value })), "value", "ascending").map(({ value }) => value);
    this.#chart = new Chart(charts.funnel);
    this.#table = new Table("recommend_position", "Recommendation by number of surveys", [
      textColumn("organization_name", "Provider", (name, row) => providerLink(name, row.organization_id, choose, "scorecard")),
      textColumn("us_state", "State"),
      numberColumn("value", "Would definitely recommend", percent),
      textColumn("interval", "95 % interval"),
      numberColumn("n", "Surveys (n)"),
      textColumn("funnel", "Funnel", funnelName),
      textColumn("position", "Position", positionName),
      numberColumn("shrunk_value", "Shrunk, for ranking only", percent),
      textColumn("shrunk_interval", "95 % interval of that"),
      numberColumn("reliability", "Reliability, 0 to 1"),
      textColumn("organization_id", "Id"),
      textColumn("definition_version", "Definition version"),
    ]);
    replaceChildren("funnel-chart", this.#chart.node);
    replaceChildren("funnel-table", this.#table.node);
    this.#group.addEventListener("change", () => this.#show(this.#group.value));
    document.getElementById("funnel-body").hidden = this.#rows.length === 0;
    document.getElementById("funnel-empty").hidden = this.#rows.length > 0;
  }

  update(choices) {
    const isShown = this.#group.value !== "";
    if (this.#rows.length === 0 || (isShown && choices.provider === this.#provider)) {
      return;
    }
    this.#provider = choices.provider;
    const own = this.#rows.find((row) => row.organization_id === choices.provider)?.peer_group;
    const group = own ?? (isShown ? this.#group.value : this.#groups[0]);
    fillSelect(this.#group, this.#groups.map((value) => ({ value, label: nameOf(value) })), group);
    this.#show(group);
  }

  #show(group) {
    const ofGroup = this.#rows.filter((row) => row.peer_group === group);
    const drawn = ofGroup.filter((row) => row.value !== null && row.n !== null && row.funnel !== null);
    const outside = (limit) => drawn.filter((row) => row.funnel === limit).length;
    const first = ofGroup[0];
    const chosen = drawn.filter((row) => row.organization_id === this.#provider);
    const summary = drawn.length === 0
      ? `Not enough data: nobody among ${nameOf(group)} can be placed in a funnel.`
      : `${nameOf(group)}: ${formatCount(drawn.length, "provider")} with a value, ${formatNumber(ofGroup.length - drawn.length)} without; `
        + `median ${first.peer_median === null ? NOT_SHOWN : percent(first.peer_median)}; ${formatPeriod(first.period_start, first.period_end)}. `
        + `${formatNumber(outside("OUTSIDE_95"))} outside the 95 % limits alone, ${formatNumber(outside("OUTSIDE_998"))} outside the 99.8 % limits; chance alone would put about 5 % and 0.2 % there. `;
    replaceChildren("funnel-summary", summary, element("a", { href: "#definition-funnel" }, `Definition, version ${first.definition_version}`));
    document.getElementById("funnel-legend").hidden = drawn.length === 0;
    document.getElementById("funnel-chosen").hidden = chosen.length === 0;
    replaceChildren("funnel-chosen-name", chosen[0]?.organization_name ?? "");
    this.#table.show(sortRows(ofGroup, "n", "descending").map((row) => ({
      ...row, interval: intervalOf(row.ci_low, row.ci_high), shrunk_interval: intervalOf(row.shrunk_low, row.shrunk_high),
    })));
    if (drawn.length === 0) {
      this.#chart.clear();
      return;
    }
    this.#chart.draw(summary, { providers: drawn, group: first.peer_median === null ? [] : [first], chosen });
  }
}

function nameOf(group) {
  return /^\d/.test(group) ? `${group} beds` : groupName(group);
}

function intervalOf(low, high) {
  return low === null || high === null ? "none" : `${formatNumber(low)} to ${formatNumber(high)}`;
}
