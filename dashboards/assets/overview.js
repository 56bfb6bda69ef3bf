import { element, replaceChildren } from "./dom.js";
import { formatCount, formatDate, formatNumber, formatPeriod } from "./format.js";
import { withPlatformsWhole } from "./summaries.js";
import { platformName, suppressionReason } from "./wording.js";

/** Up to so many platforms have a card of their own. */
const PLATFORM_CARDS = 2;

/** Header and headline numbers. */
export function showOverview(datasets) {
  const release = datasets.rows("release")[0];
  if (release === undefined) {
    throw new Error("Cannot show a release: none is published");
  }
  showBanner(datasets.rows("profile"));
  showRelease(release);
  showSources(datasets.rows("source_read"));
  replaceChildren("cards",
    providersCard(datasets.rows("organization"), release),
    outcomesCard(datasets.rows("peer_distribution")),
    ...accountCards(datasets, release),
    recommendedCard(datasets.rows("recommendation")));
}

function showBanner(profiles) {
  document.getElementById("synthetic").hidden = !profiles.some((profile) => profile.is_synthetic);
}

function showRelease(release) {
  replaceChildren("release",
    fact("Release", release.release_id),
    fact("Business date", formatDate(release.business_date)),
    fact("Revision", formatNumber(release.revision)),
    fact("Code version", release.code_version));
  document.title = `Carebench: Overview, release ${release.release_id}`;
}

function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}

function showSources(sources) {
  const items = withPlatformsWhole(sources).map((source) => element("li", {}, source.source_id, " ", element("strong", {}, formatDate(source.as_of))));
  replaceChildren("sources", ...(items.length === 0 ? [element("li", {}, "No source was read for this release.")] : items));
}

function card(title, number, note, definition) {
  return element("div", { class: "card" },
    element("h3", {}, title),
    element("p", { class: "big" }, number),
    element("p", { class: "muted" }, note),
    element("a", { href: `#definition-${definition}`, "aria-label": `Definition: ${title}` }, "Definition"));
}

function nationalRows(datasets) {
  return datasets.rows("adoption_summary").filter((row) => row.peer_dimension === "national");
}

function providersCard(organizations, release) {
  const withBeds = organizations.filter((row) => row.beds !== null).length;
  return card("Providers", formatNumber(organizations.length),
    `in the registries in force on ${formatDate(release.business_date)}; number of beds known for ${formatNumber(withBeds)}`, "provider");
}

function outcomesCard(distributions) {
  if (distributions.length === 0) {
    return card("Outcome measures", "none", "No source of this release holds an outcome.", "outcome");
  }
  const starts = distributions.map((row) => row.period_start).filter((day) => day !== null).sort();
  return card("Outcome measures", formatNumber(new Set(distributions.map((row) => row.measure_id)).size),
    starts.length === 0 ? "with values; periods not in the source" : `with values; periods start ${starts[0]} to ${starts.at(-1)}`, "outcome");
}

function accountCards(datasets, release) {
  const rows = nationalRows(datasets);
  if (rows.length === 0) {
    return [card("Providers with a known account", "none known", "No source of this release links providers to accounts.", "known-account")];
  }
  if (rows.length > PLATFORM_CARDS) {
    const known = new Set(datasets.rows("adoption").map((row) => row.organization_id)).size;
    return [card("Providers with a known account", formatNumber(known),
      `on ${formatCount(rows.length, "platform")}: ${rows.map((row) => platformName(row.platform)).join(", ")}; others are unknown, not absent`,
      "known-account")];
  }
  return rows.map((row) => card(
    `Providers with a known ${platformName(row.platform)} account`,
    row.suppressed_reason === null ? formatNumber(row.providers_present) : "not shown",
    row.suppressed_reason === null
      ? `of ${formatCount(row.providers, "provider")} on ${formatDate(release.business_date)}; others are unknown, not absent`
      : suppressionReason(row.suppressed_reason),
    "known-account"));
}

function recommendedCard(recommendations) {
  const judged = recommendations.filter((row) => row.decision === "DECIDED");
  if (judged.length === 0) {
    return card("In the recommended category", "not known", "No provider of this release can be judged.", "recommended");
  }
  return card("In the recommended category", formatNumber(judged.filter((row) => row.is_recommended).length),
    `of ${formatCount(judged.length, "judged provider")}; ${formatPeriod(judged[0].period_start, judged[0].period_end)}`,
    "recommended");
}
