import { Chart } from "./chart.js";
import { element, fillSelect, replaceChildren } from "./dom.js";
import { formatCount, formatDate, formatNumber, formatUnlessSuppressed, NOT_KNOWN } from "./format.js";
import { sortRows } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import { dimensionName, evidenceName, groupName, platformName, suppressionReason } from "./wording.js";

const CHART_ROWS = 30;
const BY_PLATFORM = "national";
const DIMENSION_ORDER = ["ownership_group", "ownership", "type", "bed_band", "state"];

/** Question: who is active at all, on which platform, since when? */
export class Adoption {
  #accounts;
  #summary;
  #span;
  #share;
  #dimension = document.getElementById("group");
  #platform = document.getElementById("platform");
  #platforms;
  #accountTable = new Table("adoption", "Providers with a known account", [
    textColumn("organization_name", "Provider", (name, row) => name ?? row.organization_id),
    textColumn("state", "State"),
    textColumn("platform", "Platform", platformName),
    textColumn("evidence", "Link to the account", (evidence) => element("span", { class: evidence === "VERIFIED" ? "badge good" : "badge" }, evidenceName(evidence))),
    numberColumn("accounts", "Known accounts"),
    numberColumn("posts_observed", "Posts observed"),
    numberColumn("views_observed", "Views of those posts", (views, row) => (views === null ? NOT_KNOWN : `${formatNumber(views)} (${formatNumber(row.posts_with_views)} report views)`)),
    numberColumn("posts_without_comments", "Comments switched off"),
    textColumn("first_post_at", "Oldest observed post", formatDate),
    textColumn("last_post_at", "Newest observed post", formatDate),
    textColumn("organization_id", "Id"),
  ]);
  #summaryTable = new Table("adoption_summary", "Providers with a known account by peer group", [
    textColumn("peer_group", "Peer group", groupName),
    textColumn("platform", "Platform", platformName),
    numberColumn("providers", "Providers", formatUnlessSuppressed),
    numberColumn("providers_present", "With a known account", formatUnlessSuppressed),
    textColumn("suppressed_reason", "Withheld", (code) => (code === null ? "no" : suppressionReason(code))),
  ]);

  constructor(datasets, charts, choose) {
    this.#accounts = sortRows(datasets.rows("adoption"), "posts_observed", "descending");
    this.#summary = datasets.rows("adoption_summary");
    this.#platforms = [...new Set(this.#summary.map((row) => row.platform))].sort();
    this.#span = new Chart(charts.adoption_span);
    this.#share = new Chart(charts.adoption_summary);
    replaceChildren("adoption-chart", this.#span.node);
    replaceChildren("adoption-table", this.#accountTable.node);
    replaceChildren("adoption-share-chart", this.#share.node);
    replaceChildren("adoption-share-table", this.#summaryTable.node);
    this.#dimension.addEventListener("change", () => choose({ group: this.#dimension.value }));
    this.#platform.addEventListener("change", () => choose({ platform: this.#platform.value }));
    this.#showAccounts();
  }

  update(choices) {
    const dimensions = this.#dimensions();
    document.getElementById("adoption-share").hidden = dimensions.length === 0;
    if (dimensions.length === 0) {
      return;
    }
    const dimension = dimensions.includes(choices.group) ? choices.group : dimensions[0];
    fillSelect(this.#dimension, dimensions.map((value) => ({ value, label: value === BY_PLATFORM ? "Platform" : dimensionName(value) })), dimension);
    const platform = this.#platforms.includes(choices.platform) ? choices.platform : this.#platforms[0];
    fillSelect(this.#platform, this.#platforms.map((value) => ({ value, label: platformName(value) })), platform);
    document.getElementById("platform-control").hidden = this.#platforms.length < 2 || dimension === BY_PLATFORM;
    this.#showSummary(dimension, platform);
  }

  /** Groups of all platforms in one picture would be too many: with several platforms they are compared first, then one is looked into. */
  #dimensions() {
    const known = DIMENSION_ORDER.filter((dimension) => this.#summary.some((row) => row.peer_dimension === dimension));
    return this.#platforms.length > 1 ? [BY_PLATFORM, ...known] : known;
  }

  #showAccounts() {
    document.getElementById("adoption-body").hidden = this.#accounts.length === 0;
    document.getElementById("adoption-empty").hidden = this.#accounts.length > 0;
    this.#accountTable.show(this.#accounts);
    const drawn = this.#accounts.filter((row) => row.first_post_at !== null).slice(0, CHART_ROWS);
    const providers = new Set(this.#accounts.map((row) => row.organization_id)).size;
    const candidates = this.#accounts.filter((row) => row.evidence === "CANDIDATE").length;
    replaceChildren("adoption-summary",
      `${formatCount(providers, "provider")} with a known account on a platform; ${formatCount(candidates, "link")} to an account `
      + "from a candidate list, verified by nobody. "
      + `Shown: the ${formatNumber(drawn.length)} with the most observed posts, from oldest to newest; right-hand column: observed posts. `,
      element("a", { href: "#definition-known-account" }, "Definition"));
    if (drawn.length > 0) {
      this.#span.draw(`Oldest to newest observed post of ${formatCount(drawn.length, "provider")}.`, { accounts: drawn.map((row) => this.#named(row)) });
    }
  }

  #showSummary(dimension, platform) {
    const rows = this.#summary.filter((row) => row.peer_dimension === dimension && (dimension === BY_PLATFORM || row.platform === platform));
    const nameOf = (row) => (dimension === BY_PLATFORM ? platformName(row.platform) : groupName(row.peer_group));
    const shown = sortRows(rows.filter((row) => row.suppressed_reason === null), "providers_present", "descending");
    const withheld = rows.filter((row) => row.suppressed_reason !== null);
    replaceChildren("adoption-withheld", ...[...new Set(withheld.map((row) => row.suppressed_reason))].map((reason) =>
      element("li", {}, `${suppressionReason(reason)}: ${withheld.filter((row) => row.suppressed_reason === reason).map(nameOf).join(", ")}.`)));
    const ofAll = this.#summary.filter((row) => row.peer_dimension === "national" && row.platform === platform);
    this.#summaryTable.show([...(dimension === BY_PLATFORM ? [] : ofAll), ...shown, ...withheld]);
    if (shown.length === 0) {
      this.#share.clear();
      return;
    }
    const by = dimension === BY_PLATFORM ? "platform" : dimensionName(dimension).toLowerCase();
    this.#share.draw(`Providers with a known account by ${by}, ${formatCount(shown.length, "group")}.`,
      { groups: shown.map((row) => ({ ...row, peer_group: nameOf(row) })) });
  }

  /** Names are not unique, so the state tells providers apart. */
  #named(row) {
    const state = row.state === null ? "" : `, ${row.state}`;
    return { ...row, organization_name: this.#onPlatform(`${row.organization_name ?? row.organization_id}${state}`, row) };
  }

  /** The platform is worth naming only where there are several. */
  #onPlatform(name, { platform }) {
    return this.#platforms.length < 2 ? name : `${name}, ${platformName(platform)}`;
  }
}
