import { Chart } from "./chart.js";
import { element, fillSelect, replaceChildren } from "./dom.js";
import { formatCount, formatDate, formatEstimate, formatGap, formatNumber, formatPeriod, formatRate, NOT_KNOWN, NOT_SHOWN } from "./format.js";
import { belongTo, contrastsOf, referenceOf, sortRows, unadjustedOf, variantStrip } from "./summaries.js";
import { numberColumn, Table, textColumn } from "./table.js";
import {
  claimName, codeName, comparisonStateName, dimensionName, estimatorName, groupName, layerName, measureName, platformName, validityName, verdictName,
} from "./wording.js";

const CLAIMS = ["C1", "C2"];
const UNADJUSTED = "Unadjusted gap shown for transparency; do not act on it.";
const GAP_TITLES = { ratio: "high as a multiple of low" };

/** Question: do providers of high integration differ from those of low, and how sure may one be? */
export class Comparison {
  #release;
  #isSynthetic;
  #measures;
  #contrasts;
  #balances;
  #variants;
  #doses;
  #charts;
  #forest;
  #dose;
  #strip;
  #contrast = document.getElementById("contrast");
  #gapTable = new Table("cohort_gap", "Gap of each outcome: high minus low, or high by low", [
    textColumn("title", "Outcome"),
    textColumn("exposure", "Cohorts by"),
    textColumn("verdict", "Verdict", verdictName),
    textColumn("adjusted", "Adjusted gap"),
    numberColumn("unadjusted", "Unadjusted gap, not to act on", (gap, row) => (gap === null ? NOT_SHOWN : formatGap(gap, row.unit))),
    numberColumn("high", "High, typical"), numberColumn("low", "Low, typical"),
    numberColumn("n_high", "n high", count), numberColumn("n_low", "n low", count), numberColumn("n_excluded", "Left out", count),
    textColumn("correction", "q"),
    textColumn("exposure_end", "Cohorts at", formatDate), textColumn("outcome_period", "Outcome period"),
    textColumn("reason", "Why not shown", (reason) => reason ?? ""),
    textColumn("definition_version", "Definition version"),
  ]);
  #estimatorTable = new Table("cohort_comparison", "The same gap by every estimator", [
    textColumn("estimator", "Estimator", estimatorName), textColumn("layer", "Kind", layerName),
    textColumn("text", "High against low"), textColumn("state", "State", (state, row) => (state === "SHOWN" ? "shown" : notShown(row))),
    numberColumn("p_value", "p", formatRate), numberColumn("q_value", "q", formatRate),
    numberColumn("n_high", "n high", count), numberColumn("n_low", "n low", count),
    numberColumn("systems_high", "Systems high", count), numberColumn("systems_low", "Systems low", count),
    numberColumn("n_excluded", "Left out", count), textColumn("adjusted_for", "Adjusted for", termsOf),
  ]);
  #groupTable = new Table("cohort_comparison_by_group", "The adjusted gap within peer groups", [
    textColumn("peer_dimension", "Kind of group", dimensionName), textColumn("peer_group", "Group", groupName),
    textColumn("text", "High against low"), textColumn("state", "State", (state, row) => (state === "SHOWN" ? "shown" : notShown(row))),
    numberColumn("q_value", "q", formatRate), numberColumn("n_high", "n high", count), numberColumn("n_low", "n low", count),
    numberColumn("detectable_difference", "Could reveal gaps above", (gap, row) => formatGap(gap, row.unit)),
  ]);
  #doseTable = new Table("dose_response", "Adjusted outcome of each tenth of the index", [
    numberColumn("step", "Tenth", (step) => (step === 0 ? "slope per standard deviation" : formatNumber(step))),
    numberColumn("n", "Providers (n)", count), numberColumn("adjusted", "Adjusted mean"),
    textColumn("interval", "95 % interval"), textColumn("state", "State", (state) => comparisonStateName(state)),
  ]);
  #variantTable = new Table("comparison_variant", "The gap under other reasonable choices", [
    textColumn("cut_off", "Cut-off", codeName), textColumn("weighting", "Weights of pillars", codeName), textColumn("strata", "Strata", codeName),
    textColumn("estimator", "Estimator", estimatorName), textColumn("exclusion", "Left out", codeName),
    textColumn("text", "High against low"), textColumn("is_headline", "Headline", (isHeadline) => (isHeadline ? "yes" : "no")),
    numberColumn("n_high", "n high", count), numberColumn("n_low", "n low", count), textColumn("state", "State", (state) => comparisonStateName(state)),
  ]);
  #balanceTable = new Table("cohort_balance", "How alike the cohorts are, in standardised differences", [
    textColumn("covariate", "Covariate", codeName), numberColumn("mean_high", "Mean of high"), numberColumn("mean_low", "Mean of low"),
    numberColumn("smd_raw", "Difference before weighting"), numberColumn("smd_weighted", "Difference after weighting"),
  ]);

  constructor(datasets, charts, choose) {
    this.#release = datasets.rows("release")[0];
    this.#isSynthetic = datasets.rows("profile").some((profile) => profile.is_synthetic);
    this.#measures = datasets.rows("measure");
    this.#contrasts = contrastsOf(datasets.rows("cohort_comparison"));
    this.#balances = datasets.rows("cohort_balance");
    this.#variants = datasets.rows("comparison_variant");
    this.#doses = datasets.rows("dose_response");
    this.#charts = charts;
    this.#forest = new Chart(charts.forest);
    this.#dose = new Chart(charts.dose_response);
    this.#strip = new Chart(charts.variant_strip);
    replaceChildren("gap-table", this.#gapTable.node);
    replaceChildren("forest-chart", this.#forest.node);
    replaceChildren("dose-chart", this.#dose.node);
    replaceChildren("strip-chart", this.#strip.node);
    replaceChildren("estimator-table", this.#estimatorTable.node);
    replaceChildren("forest-table", this.#groupTable.node);
    replaceChildren("dose-table", this.#doseTable.node);
    replaceChildren("strip-table", this.#variantTable.node);
    replaceChildren("balance-table", this.#balanceTable.node);
    this.#contrast.addEventListener("change", () => choose({ contrast: this.#contrast.value }));
    const isEmpty = this.#contrasts.length === 0;
    document.getElementById("comparison-body").hidden = isEmpty;
    document.getElementById("comparison-empty").hidden = !isEmpty;
    if (!isEmpty) {
      this.#showClaims();
      this.#showGaps();
    }
    showValidity(datasets.rows("index_validity"));
  }

  update(choices) {
    if (this.#contrasts.length === 0) {
      return;
    }
    const contrast = this.#contrasts.find(({ key }) => key === choices.contrast)
      ?? this.#contrasts.find(({ headline }) => headline.is_primary && headline.claim === "C2") ?? this.#contrasts[0];
    fillSelect(this.#contrast, this.#contrasts.map(({ key, headline }) => ({ value: key, label: this.#label(headline) })), contrast.key);
    this.#showContrast(contrast);
  }

  #title({ outcome, platform }) {
    const title = measureName(outcome, this.#measures);
    return platform === "all" ? title : `${title}, ${platformName(platform)}`;
  }

  #label(headline) {
    return `${this.#title(headline)}, by ${headline.exposure}${headline.is_primary ? " (primary)" : ""}`;
  }

  #showClaims() {
    const primaries = this.#contrasts.filter(({ headline }) => headline.is_primary);
    replaceChildren("claims", ...CLAIMS.map((claim) => {
      const contrast = primaries.find(({ headline }) => headline.claim === claim);
      return contrast === undefined
        ? element("article", { class: "claim" }, element("h3", {}, `${claim}: ${claimName(claim)}`),
          element("p", { class: "empty" }, "Not enough data: this release holds no primary test of this claim."))
        : this.#claim(contrast);
    }));
  }

  #claim(contrast) {
    const { headline } = contrast;
    return element("article", { class: "claim" },
      element("h3", {}, `${headline.claim}: ${claimName(headline.claim)}`),
      element("p", {}, ...this.#badges(headline)),
      ...findingOf(contrast),
      this.#facts(headline));
  }

  #badges(headline) {
    return [
      element("span", { class: "badge neutral" }, headline.state === "SHOWN" ? verdictName(headline.verdict) : comparisonStateName(headline.state)),
      " ",
      element("span", { class: "badge" }, this.#isSynthetic ? "SYNTHETIC DATA" : "Data of the sources"),
    ];
  }

  /** What every finding carries. */
  #facts(headline) {
    return element("dl", { class: "facts" }, ...[
      ["Outcome", this.#title(headline)],
      ["Adjusted gap", headline.state === "SHOWN" ? formatEstimate(headline) : NOT_SHOWN],
      ["n HIGH", count(headline.n_high)],
      ["n LOW", count(headline.n_low)],
      ["Systems, HIGH and LOW", `${count(headline.systems_high)} and ${count(headline.systems_low)}`],
      ["Left out: outcome or covariate not known", count(headline.n_excluded)],
      ["Adjusted for", termsOf(headline.adjusted_for)],
      ["Exposure: cohorts at", formatDate(headline.exposure_end)],
      ["Outcome period", formatPeriod(headline.outcome_start, headline.outcome_end)],
      ["Correction for many tests", correctionOf(headline)],
      ["Could reveal gaps above", formatGap(headline.detectable_difference, headline.unit)],
      ["As of", formatDate(this.#release?.business_date)],
    ].map(([name, value]) => fact(name, value)),
    fact("Definition", element("a", { href: "#definition-comparison" }, `version ${headline.definition_version}`)));
  }

  #showGaps() {
    const gaps = this.#contrasts.map((contrast) => ({ headline: contrast.headline, unadjusted: unadjustedOf(contrast) }));
    const shown = gaps.filter(({ headline }) => headline.state === "SHOWN" && headline.estimate !== null);
    const kindOf = ({ headline }) => `${headline.exposure} ${headline.unit}`;
    document.getElementById("gap-pictures").hidden = shown.length === 0;
    replaceChildren("gap-empty", `Not enough data: none of ${formatCount(gaps.length, "comparison")} rests on enough providers; the table says why.`);
    document.getElementById("gap-empty").hidden = shown.length > 0;
    replaceChildren("gap-charts");
    [...new Set(shown.map(kindOf))].forEach((kind) => this.#drawGaps(shown.filter((gap) => kindOf(gap) === kind)));
    const withheld = gaps.filter(({ headline }) => headline.state !== "SHOWN");
    replaceChildren("gap-withheld", ...byReason(withheld.map(({ headline }) => headline), (headline) => this.#label(headline)));
    this.#gapTable.show(gaps.map(({ headline, unadjusted }) => ({
      ...headline, title: this.#title(headline), adjusted: headline.state === "SHOWN" ? formatEstimate(headline) : NOT_SHOWN,
      unadjusted: headline.state === "SHOWN" ? unadjusted?.estimate ?? null : null,
      correction: correctionOf(headline), outcome_period: formatPeriod(headline.outcome_start, headline.outcome_end),
    })));
  }

  /** Gaps of one kind of cohort and of one unit, which share an axis. */
  #drawGaps(gaps) {
    const { exposure, unit } = gaps[0].headline;
    const chart = new Chart(this.#charts.gap);
    document.getElementById("gap-charts").append(
      element("h4", {}, `By ${exposure}: ${GAP_TITLES[unit] ?? "high minus low, in points"}`), chart.node);
    const named = (headline, row) => ({ ...row, outcome: this.#title(headline) });
    const adjusted = gaps.map(({ headline }) => named(headline, headline));
    const unadjusted = gaps.filter((gap) => gap.unadjusted !== undefined).map((gap) => named(gap.headline, gap.unadjusted));
    chart.draw(`Adjusted gaps: ${adjusted.map((row) => `${row.outcome} ${formatEstimate(row)}`).join("; ")}. ${UNADJUSTED}`,
      { adjusted, unadjusted, both: [...adjusted, ...unadjusted], reference: referenceOf(unit) });
  }

  #showContrast(contrast) {
    const { headline } = contrast;
    replaceChildren("contrast-finding",
      element("p", {}, ...this.#badges(headline)),
      ...findingOf(contrast), this.#facts(headline));
    this.#showForest(contrast);
    this.#showDoses(belongTo(headline, this.#doses));
    this.#showStrip(headline, belongTo(headline, this.#variants));
    this.#estimatorTable.show(contrast.estimators.map(withText));
    const balance = belongTo(headline, this.#balances);
    replaceChildren("balance-summary", balance.length === 0
      ? "Not enough data: the cohorts of this comparison were not weighted, so their balance is not known."
      : `Largest standardised difference of ${formatCount(balance.length, "covariate")}: ${formatNumber(largest(balance, "smd_raw"))} before `
        + `weighting, ${formatNumber(largest(balance, "smd_weighted"))} after. Differences below 0.1 are commonly taken as balanced.`);
    this.#balanceTable.show(balance);
  }

  #showForest({ headline, groups }) {
    const shown = [headline, ...groups].filter((row) => row.state === "SHOWN" && row.ci_low !== null);
    const withheld = groups.filter((row) => row.state !== "SHOWN");
    replaceChildren("forest-summary", shown.length === 0
      ? "Not enough data: no group of this comparison holds enough providers."
      : "Most groups are too small to show a gap that matters: an interval that holds no difference is inconclusive, not the absence of one. Right-hand column: n high / n low.");
    replaceChildren("forest-withheld", ...byReason(withheld, nameOfGroup));
    this.#groupTable.show([headline, ...groups].map(withText));
    if (shown.length === 0) {
      this.#forest.clear();
      return;
    }
    this.#forest.draw(`Adjusted gap by peer group: ${shown.map((row) => `${nameOfGroup(row)} ${formatEstimate(row)}`).join("; ")}.`,
      { groups: shown.map((row) => ({ ...row, peer_group: nameOfGroup(row) })), reference: referenceOf(headline.unit) });
  }

  #showDoses(rows) {
    const shown = rows.filter((row) => row.step > 0 && row.state === "SHOWN" && row.adjusted !== null);
    const slope = rows.find((row) => row.step === 0 && row.state === "SHOWN");
    const withheld = rows.filter((row) => row.step > 0).length - shown.length;
    replaceChildren("dose-summary", shown.length === 0
      ? "Not enough data: the outcome over the range of the index cannot be shown."
      : `${formatCount(shown.length, "tenth")} shown${withheld === 0 ? "" : `, ${formatNumber(withheld)} with too few providers`}. `
        + (slope === undefined ? "" : `Slope per standard deviation of the index: ${formatNumber(slope.adjusted)} (95 % interval ${intervalOf(slope)}).`));
    this.#doseTable.show(rows.map((row) => ({ ...row, interval: intervalOf(row) })));
    if (shown.length === 0) {
      this.#dose.clear();
      return;
    }
    this.#dose.draw(`Adjusted mean by tenth of the index: ${shown.map((row) => `${row.step}: ${formatNumber(row.adjusted)}`).join(", ")}.`, { steps: shown });
  }

  #showStrip({ is_primary: isPrimary }, rows) {
    const strip = variantStrip(rows);
    const headline = strip.filter((row) => row.is_headline);
    const none = referenceOf(rows.find((row) => row.is_headline)?.unit)[0].no_difference;
    const apart = strip.filter((row) => row.ci_low > none || row.ci_high < none).length;
    replaceChildren("strip-summary", rows.length === 0
      ? isPrimary ? "Not enough data: this test was not repeated under other choices." : "Only the primary tests are repeated under other choices."
      : strip.length === 0
        ? "Not enough data: no specification of this test rests on enough providers."
        : `${formatNumber(strip.length)} of ${formatCount(rows.length, "specification")} are in the unit of the headline and rest on enough providers; `
          + `the intervals of ${formatNumber(apart)} exclude no difference. Estimates run from ${formatGap(strip[0].estimate, strip[0].unit)} to `
          + `${formatGap(strip.at(-1).estimate, strip[0].unit)}.`);
    this.#variantTable.show(rows.map(withText));
    document.getElementById("strip-legend").hidden = strip.length === 0;
    if (strip.length === 0) {
      this.#strip.clear();
      return;
    }
    const named = (row) => ({
      ...row, cut_off: codeName(row.cut_off), weighting: codeName(row.weighting), strata: codeName(row.strata), estimator: estimatorName(row.estimator),
      exclusion: codeName(row.exclusion),
    });
    this.#strip.draw(`${formatCount(strip.length, "specification")} in order of their estimates.`,
      { variants: strip.map(named), headline: headline.map(named), reference: referenceOf(strip[0].unit) });
  }
}

/** The verdict in words, or why there is none, and how strong a hidden factor would have to be. */
function findingOf({ headline, newest }) {
  if (headline.state !== "SHOWN") {
    return [element("p", { class: "empty" }, `${notShown(headline)}.`)];
  }
  const hidden = headline.e_value === null || headline.finding?.includes("hidden factor") ? []
    : [element("p", {}, `A hidden factor would need to be associated with both by a risk ratio of at least E = ${formatNumber(headline.e_value)} to explain this away.`)];
  const later = newest === headline ? []
    : [element("p", { class: "muted" }, `Cohorts of the newest period, at ${formatDate(newest.exposure_end)}, cannot be compared. ${notShown(newest)}.`)];
  return [element("p", { class: "finding" }, headline.finding ?? NOT_KNOWN), ...hidden, ...later];
}

function showValidity(rows) {
  const newest = rows.map((row) => row.period_start).sort().at(-1);
  const ofNewest = rows.filter((row) => row.period_start === newest);
  const withResult = (...results) => ofNewest.filter((row) => results.includes(row.result)).length;
  replaceChildren("validity-summary", rows.length === 0
    ? "Not enough data: this release holds no examination of the index."
    : `Period from ${newest}, ${formatCount(ofNewest.length, "check")}: ${withResult("PASSED")} passed, ${withResult("WARNED", "FAILED")} outside their gate, `
      + `${withResult("INFORMATION")} for information, ${withResult("NOT_ENOUGH_DATA")} without enough data.`);
  const table = new Table("index_validity", "Examination of the index", [
    textColumn("check_id", "Check", codeName), textColumn("subject", "Of", codeName), numberColumn("value", "Result"),
    numberColumn("gate_low", "Passes from", gate), numberColumn("gate_high", "to", gate),
    textColumn("result", "Verdict", validityName), textColumn("period_start", "Period from"), textColumn("definition_version", "Definition version"),
  ]);
  replaceChildren("validity-table", table.node);
  table.show(sortRows(rows, "period_start", "descending"));
}

function gate(limit) {
  return limit === null ? "no gate" : formatNumber(limit);
}

function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}

function count(value) {
  return value === null ? NOT_SHOWN : formatNumber(value);
}

/** Names of columns such as ln_beds, as words. */
function termsOf(terms) {
  return terms === null ? "nothing" : terms.replaceAll("_", " ");
}

/** An item for each reason, with all that is not shown for it. */
function byReason(rows, nameOf) {
  return [...new Set(rows.map(notShown))].map((reason) => element("li", {},
    `${reason}: ${rows.filter((row) => notShown(row) === reason).map(nameOf).join("; ")}.`));
}

function notShown({ state, reason }) {
  return reason === null ? comparisonStateName(state) : `${comparisonStateName(state)}: ${reason}`;
}

function correctionOf(headline) {
  return headline.is_primary ? "none: primary, chosen beforehand" : headline.q_value === null ? NOT_KNOWN : `q ${headline.q_value < 0.01 ? "" : "= "}${formatRate(headline.q_value)}`;
}

function withText(row) {
  return { ...row, text: row.state === "SHOWN" && row.estimate !== null ? formatEstimate(row) : NOT_SHOWN };
}

function intervalOf({ ci_low: low, ci_high: high }) {
  return low === null || high === null ? "none" : `${formatNumber(low)} to ${formatNumber(high)}`;
}

function nameOfGroup({ peer_dimension: dimension, peer_group: group }) {
  return dimension === "national" ? groupName("all") : dimension === "bed_band" ? `${group} beds` : groupName(group);
}

function largest(rows, column) {
  const sizes = rows.map((row) => row[column]).filter((value) => value !== null).map(Math.abs);
  return sizes.length === 0 ? null : Math.max(...sizes);
}
