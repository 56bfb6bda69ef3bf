// Writes the built site with invented data, as the publish job would with real data.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const target = fileURLToPath(new URL("../target/", import.meta.url));

const STATES = ["AK", "AL", "AZ", "CA", "CO", "FL", "GA", "IA", "IL", "KS", "LA", "MA", "MI", "MN", "MO", "MT", "NC", "ND",
  "NE", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "TN", "TX", "UT", "VA", "WA", "WI"];
const OWNERSHIPS = [
  ["Voluntary non-profit - Private", "NON_PROFIT"], ["Proprietary", "FOR_PROFIT"],
  ["Government - Hospital District or Authority", "GOVERNMENT"], ["Government - Local", "GOVERNMENT"],
  ["Voluntary non-profit - Church", "NON_PROFIT"], ["Physician", "FOR_PROFIT"],
];
const TYPES = ["Acute Care Hospitals", "Critical Access Hospitals", "Psychiatric", "Childrens"];
const BED_BANDS = ["0-49", "50-99", "100-199", "200-399", "400+"];
const MEASURES = [
  ["hcahps_recommend_top", "Would definitely recommend the hospital", "top_box_pct", "2024-01-01", null],
  ["hvbp_nurses_performance", "Communication with nurses, performance period", "top_box_pct", "2022-01-01", "2022-12-31"],
  ["hvbp_nurses_score", "Communication with nurses, score", "points", "2022-01-01", "2022-12-31"],
  ["oas_recommend_linear", "Would recommend the facility, linear score", "linear_score", "2022-10-01", "2023-09-30"],
];
const STATISTICS = ["min", "p10", "p25", "median", "p75", "p90", "max", "mean", "weighted_mean", "sd"];

export const HOSTILE_NAME = '<img src=x onerror="document.title=1">=cmd()';

/** A repeatable source of numbers from 0 to 1. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function table(rows) {
  const columns = rows.length === 0 ? [] : Object.keys(rows[0]);
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}

function makeOrganizations(count, random) {
  const choose = (options) => options[Math.floor(random() * options.length)];
  return Array.from({ length: count }, (_, index) => {
    const [ownership, group] = choose(OWNERSHIPS);
    const isBedsKnown = random() < 0.85;
    return {
      organization_id: `cms:${String(index + 1).padStart(6, "0")}`,
      name: `${choose(["CEDAR", "RIVER", "HILL", "LAKE", "PRAIRIE", "HARBOR"])} ${choose(["VALLEY", "COUNTY", "GENERAL", "MEMORIAL"])} HOSPITAL ${index + 1}`,
      state: choose(STATES), organization_type: choose(TYPES), ownership, ownership_group: group,
      beds: isBedsKnown ? Math.floor(random() * 500) : null, bed_band: isBedsKnown ? choose(BED_BANDS) : null,
    };
  });
}

function makeRecommendations(organizations, random) {
  return organizations.filter(() => random() < 0.6).map(({ beds, name, ...provider }) => {
    const value = random() < 0.9 ? 45 + Math.round(random() * 50) : null;
    const decision = value === null ? "NO_VALUE" : provider.bed_band === null ? "PEER_GROUP_UNKNOWN" : "DECIDED";
    const threshold = provider.bed_band === null ? null : 76 + BED_BANDS.indexOf(provider.bed_band);
    return {
      ...provider, organization_name: name, measure_id: "hcahps_recommend_top", period_start: "2024-01-01", period_end: null,
      value, n: value === null ? null : 100 + Math.floor(random() * 2000), peer_group: provider.bed_band,
      peers: provider.bed_band === null ? null : 200, threshold,
      is_recommended: decision === "DECIDED" ? value >= threshold : null, decision, definition_version: "1",
    };
  });
}

function peerGroups(organizations) {
  const values = (column) => [...new Set(organizations.map((row) => row[column]))].filter((value) => value !== null).sort();
  return [["national", "all"],
    ...values("ownership").map((group) => ["ownership", group]), ["ownership", "Tribal"], ["ownership", "Department of Defense"],
    ...values("ownership_group").map((group) => ["ownership_group", group]),
    ...values("organization_type").map((group) => ["type", group]),
    ...values("state").map((group) => ["state", group]),
    ...values("bed_band").map((group) => ["bed_band", group]), ["bed_band", "unknown"]];
}

function suppressionOf(group) {
  return { Tribal: "FEWER_THAN_MINIMUM", "Department of Defense": "COMPLEMENTARY" }[group] ?? null;
}

function makeDistributions(organizations, random) {
  return MEASURES.flatMap(([id, title, unit, start, end]) => peerGroups(organizations).map(([dimension, group]) => {
    const reason = suppressionOf(group);
    const median = (unit === "points" ? 5 : 68) + random() * 3;
    const spread = unit === "points" ? 0.8 : 5;
    const numbers = [-4, -2, -1, 0, 1, 1.8, 3.5, 0.1, 0.2, 1].map((step, index) => (index === 9 ? spread : median + step * spread));
    return {
      measure_id: id, measure_title: title, unit, period_start: start, period_end: end, peer_dimension: dimension, peer_group: group,
      n: reason === null ? 20 + Math.floor(random() * 900) : null, n_missing: reason === null ? Math.floor(random() * 40) : null,
      ...Object.fromEntries(STATISTICS.map((name, index) => [name, reason === null ? numbers[index] : null])),
      suppressed_reason: reason, definition_version: "1",
    };
  }));
}

function makeAdoption(organizations, random) {
  return organizations.slice(0, 18).map((provider, index) => {
    const posts = index === 17 ? 0 : 1 + Math.floor(random() * 60);
    return {
      organization_id: provider.organization_id, organization_name: provider.name, state: provider.state, platform: "youtube",
      evidence: index % 5 === 0 ? "VERIFIED" : "CANDIDATE", accounts: 1, posts_observed: posts,
      first_post_at: posts === 0 ? null : `20${String(8 + Math.floor(random() * 10)).padStart(2, "0")}-03-0${1 + (index % 9)}T10:00:00Z`,
      last_post_at: posts === 0 ? null : `2025-0${1 + (index % 9)}-11T16:30:00Z`,
      views_observed: posts === 0 ? null : Math.floor(random() * 5_000_000), posts_with_views: posts, posts_without_comments: index % 3,
    };
  });
}

function makeAdoptionSummary(organizations) {
  return peerGroups(organizations).map(([dimension, group]) => {
    const isShown = dimension === "national" || dimension === "ownership_group" || group === "Acute Care Hospitals";
    return {
      platform: "youtube", peer_dimension: dimension, peer_group: group,
      providers: isShown ? organizations.length : null, providers_present: isShown ? 18 : null,
      suppressed_reason: isShown ? null : suppressionOf(group) ?? "FEWER_THAN_MINIMUM",
    };
  });
}

const PERIODS = ["2024-01-01", "2024-04-01", "2024-07-01", "2024-09-30", "2024-12-30", "2025-03-31", "2025-06-30"];
const PERIOD = { period_start: "2025-06-30", period_end: "2025-09-28" };
const PILLARS = ["presence", "cadence", "dialogue", "breadth"];
const STRATA = ["100-199 beds, urban, not teaching", "1-49 beds, rural, not teaching", "400+ beds, urban, teaching", "other"];
const COMPONENTS = [["presence", "channel_breadth"], ["presence", "profile_completeness"], ["cadence", "posting_rate"], ["cadence", "continuity"],
  ["dialogue", "response_rate"], ["dialogue", "response_speed"], ["breadth", "topic_breadth"], ["breadth", "audience_breadth"]];

function cohortAt(percentile) {
  return percentile > 72 ? "HIGH" : percentile < 28 ? "LOW" : "MIDDLE";
}

/** A provider in eight is in no cohort, each for another reason. */
function makeIndices(organizations, random) {
  return organizations.map(({ organization_id: id }, index) => {
    const state = ["NO_PRESENCE", "INSUFFICIENT", "UNKNOWN"][[11, 5, 29].findIndex((step) => index % step === 3)] ?? "COMPUTED";
    const isKnown = state === "COMPUTED";
    const score = () => (isKnown ? 100 * random() : null);
    const [rank, dialogueRank] = [score(), score()];
    return {
      organization_id: id, ...PERIOD, state, cohort: isKnown ? cohortAt(rank) : state, member_since: isKnown ? PERIODS[index % PERIODS.length] : null,
      dialogue_cohort: isKnown ? cohortAt(dialogueRank) : state, peer_stratum: index % 97 === 0 ? STRATA[3] : STRATA[index % 3],
      presence: score(), cadence: score(), dialogue: score(), breadth: index % 7 === 0 ? null : score(),
      index_absolute: score(), rolling_index: score(), rolling_percentile: rank,
      is_inherited: index % 9 === 0, definition_version: "1",
    };
  });
}

function makeIndexDistributions() {
  return ["all", ...STRATA].flatMap((stratum) => ["index", ...PILLARS].map((subject, place) => {
    const reason = stratum === "other" ? "FEWER_THAN_MINIMUM" : null;
    const shown = (value) => (reason === null ? value : null);
    return {
      ...PERIOD, peer_stratum: stratum, subject, providers: shown(stratum === "all" ? 640 : 210), p10: shown(10 + place), p25: shown(25 + place),
      median: shown(49.5), p75: shown(75 - place), p90: shown(90 - place), suppressed_reason: reason, definition_version: "1",
    };
  }));
}

function makeHistory(organizations, random) {
  return organizations.flatMap(({ organization_id: id }) => PERIODS.map((start, index) => ({
    organization_id: id, period_start: start, index_absolute: index === 2 ? null : 35 + index * 3 + random() * 15, definition_version: "1",
  })));
}

function makeComponents(organizations, random) {
  return organizations.flatMap(({ organization_id: id }) => COMPONENTS.map(([pillar, component]) => {
    const isKnown = random() < 0.8;
    return {
      organization_id: id, pillar, component, value: isKnown ? random() * 5 : null, state: isKnown ? "KNOWN" : "TOO_FEW", peers: 180,
      percentile: isKnown ? 100 * random() : null, is_without_variance: component === "audience_breadth",
    };
  }));
}

function makePositions(organizations, random) {
  return organizations.flatMap(({ organization_id: id }) => [["er_follower_7d", "facebook", "pct"], ["er_follower_7d", "x", "pct"],
    ["response_rate", "all", "share"], ["hcahps_recommend_top", "all", "top_box_pct"]].map(([measure, platform, unit], index) => {
    const position = ["NOT_DISTINGUISHABLE", "TYPICAL", "NOT_ENOUGH_DATA", "ABOVE"][index];
    const isKnown = position !== "NOT_ENOUGH_DATA";
    const value = isKnown ? 20 + random() * 50 : null;
    return {
      organization_id: id, measure_id: measure, platform, ...PERIOD, peer_group: "100-199", value, n: isKnown ? 140 : 3,
      ci_low: isKnown ? value - 4 : null, ci_high: isKnown ? value + 4 : null, peers: isKnown ? 212 : null, peer_median: isKnown ? 44 : null,
      percentile: isKnown ? 100 * random() : null, position, unit, definition_version: "1",
    };
  }));
}

function makeRecommendPositions(organizations, random) {
  return organizations.filter((row) => row.bed_band !== null).map(({ organization_id: id, bed_band: band }, index) => {
    const isKnown = index % 20 !== 7;
    const n = 100 + Math.floor(2000 * random() ** 3);
    const value = Math.round(68 + (random() + random() - 1) * (110 / Math.sqrt(n)));
    const distance = (Math.abs(value - 68) * Math.sqrt(n)) / 46.6;
    return {
      organization_id: id, period_start: "2024-01-01", period_end: null, peer_group: band, value: isKnown ? value : null, n: isKnown ? n : null,
      ci_low: isKnown ? value - 93 / Math.sqrt(n) : null, ci_high: isKnown ? value + 93 / Math.sqrt(n) : null, peers: 140, peer_median: 68,
      shrunk_value: isKnown ? (value * n + 68 * 26) / (n + 26) : null, shrunk_low: isKnown ? value - 80 / Math.sqrt(n) : null,
      shrunk_high: isKnown ? value + 80 / Math.sqrt(n) : null, reliability: isKnown ? n / (n + 26) : null,
      funnel: isKnown ? (distance > 3.09 ? "OUTSIDE_998" : distance > 1.96 ? "OUTSIDE_95" : "WITHIN") : null,
      position: isKnown ? "NOT_DISTINGUISHABLE" : "NOT_ENOUGH_DATA", unit: "top_box_pct", definition_version: "1",
    };
  });
}

/** Exposure, outcome, platform, unit, adjusted gap, half the width of its interval, unadjusted gap. */
const CONTRASTS = [
  ["C1", "integration", "er_follower_7d", "facebook", "ratio", 1.21, 0.05, 1.34],
  ["OTHER", "integration", "er_follower_7d", "instagram", "ratio", 1.04, 0.09, 0.94],
  ["C2", "dialogue", "hcahps_recommend_top", "all", "top_box_pct", 0.9, 3.5, 2.6],
  ["C2", "integration", "hcahps_recommend_top", "all", "top_box_pct", 1.8, 0.7, -2.1],
];

/** What the nightly run says of each verdict. */
const FINDINGS = {
  er_follower_7d: ["BEYOND", "Providers of high against low integration: interactions per post and follower on facebook 1.21 times as high (95 % interval 1.16 to 1.26 times), "
    + "after adjustment for size, ownership, teaching, rurality, region and followers. This is an association. C1: supported in these data."],
  hcahps_recommend_top: ["INCONCLUSIVE", "Providers of high against low dialogue: inconclusive for the share of patients who would definitely recommend the provider, "
    + "higher by 0.90 points (95 % interval -2.60 to 4.40 points). 48 against 51 providers could only reveal gaps above about 5.00 points. C2: inconclusive in these data."],
};

function comparisonRow([claim, exposure, outcome, platform, unit, gap, half], change) {
  const [verdict, finding] = FINDINGS[outcome];
  return {
    claim, exposure, outcome, platform, peer_dimension: "national", peer_group: "all", exposure_end: "2024-06-30",
    outcome_start: "2024-07-01", outcome_end: "2025-06-30", estimator: "adjusted_ols_cr1", layer: "ADJUSTED", is_primary: false,
    is_headline: true, state: "SHOWN", reason: null, estimate: gap, unit, ci_low: gap - half, ci_high: gap + half, p_value: 0.6, q_value: 0.004,
    high: 71.2, low: 69.4, n_high: 48, n_low: 51, systems_high: 60, systems_low: 64, n_excluded: 37,
    adjusted_for: "ln_beds, ln_beds_squared, for_profit, government, teaching, rural, region", detectable_difference: 5, e_value: 1.7, e_value_limit: 1.3,
    verdict, finding, definition_version: "1", ...change,
  };
}

const REFUSED = {
  state: "NOT_ENOUGH_DATA", reason: "fewer than 20 providers in a cohort", estimate: null, ci_low: null, ci_high: null, p_value: null, q_value: null, high: null,
  low: null, detectable_difference: null, e_value: null, e_value_limit: null, adjusted_for: null, verdict: "NOT_SHOWN",
  finding: "Not shown: fewer than 20 providers in a cohort.",
};

function makeComparisons() {
  const silent = { is_headline: false, verdict: null, finding: null, e_value: null, e_value_limit: null, adjusted_for: null };
  return CONTRASTS.flatMap((contrast, index) => {
    const [, , , , unit, gap, half, raw] = contrast;
    const isPrimary = index === 0 || index === 2;
    const headline = { is_primary: isPrimary, ...(isPrimary ? { q_value: null } : {}) };
    const group = (dimension, name, change) => comparisonRow(contrast, { peer_dimension: dimension, peer_group: name, n_high: 22, n_low: 24, ...change });
    return [
      comparisonRow(contrast, headline),
      comparisonRow(contrast, { ...headline, ...REFUSED, exposure_end: "2025-06-29" }),
      comparisonRow(contrast, { ...silent, estimator: unit === "ratio" ? "geometric_mean_ratio" : "welch", layer: "UNADJUSTED", estimate: raw, ci_low: raw - half, ci_high: raw + half }),
      comparisonRow(contrast, { ...silent, estimator: "brunner_munzel", layer: "UNADJUSTED", unit: "probability", estimate: 0.53, ci_low: 0.45, ci_high: 0.6 }),
      comparisonRow(contrast, { ...silent, estimator: "overlap_weights", layer: "WEIGHTED" }),
      group("bed_band", "1-49", { ci_low: gap - 3 * half, ci_high: gap + 3 * half }), group("bed_band", "400+", { ...REFUSED, n_high: null, n_low: 12 }),
      group("ownership_group", "NON_PROFIT", { ci_low: gap - 2 * half, ci_high: gap + 2 * half }), group("region", "Northeast", { ...REFUSED, n_high: 14, n_low: 12 }),
    ];
  });
}

/** The same contrasts in a release where none of them rests on enough providers. */
export function refusedComparisons() {
  return makeComparisons().map((row) => ({ ...row, ...REFUSED, n_high: null, n_low: 12, ...(row.is_headline ? {} : { verdict: null, finding: null }) }));
}

const ofContrast = ([claim, exposure, outcome, platform, unit]) => ({ claim, exposure, outcome, platform, exposure_end: "2024-06-30", unit, definition_version: "1" });

function makeDoses() {
  return CONTRASTS.flatMap((contrast) => Array.from({ length: 11 }, (_, step) => {
    const isShown = step !== 4;
    const mean = step === 0 ? 0.4 : 67 + step / 3;
    return {
      ...ofContrast(contrast), step, state: isShown ? "SHOWN" : "NOT_ENOUGH_DATA", percentile: step === 0 ? null : (step - 0.5) / 10, n: isShown ? 60 : 9,
      adjusted: isShown ? mean : null, ci_low: isShown ? mean - 1.2 : null, ci_high: isShown ? mean + 1.2 : null,
    };
  }));
}

function makeVariants(random) {
  const choices = ["tertile", "quartile", "quintile"].flatMap((cut) => ["equal", "without_presence", "without_breadth"].flatMap((weighting) =>
    ["adjusted_ols", "overlap_weights", "brunner_munzel"].flatMap((estimator) => ["nobody", "inherited_only"].map((exclusion) => [cut, weighting, estimator, exclusion]))));
  return CONTRASTS.filter((_, index) => index === 0 || index === 2).flatMap((contrast) => choices.map(([cut, weighting, estimator, exclusion]) => {
    const [gap, half] = contrast.slice(5);
    const isShown = cut !== "quintile" || exclusion === "nobody";
    const estimate = gap + (random() - 0.5) * half;
    const isHeadline = cut === "quartile" && weighting === "equal" && estimator === "adjusted_ols" && exclusion === "nobody";
    return {
      ...ofContrast(contrast), ...(estimator === "brunner_munzel" ? { unit: "probability" } : {}),
      variant: [cut, weighting, "with_teaching", estimator, exclusion].join("+"), cut_off: cut, weighting, strata: "with_teaching", estimator, exclusion,
      is_headline: isHeadline, state: isShown ? "SHOWN" : "NOT_ENOUGH_DATA", estimate: isShown ? estimate : null,
      ci_low: isShown ? estimate - half : null, ci_high: isShown ? estimate + half : null, n_high: isShown ? 48 : null, n_low: isShown ? 51 : null,
    };
  }));
}

function makeBalances() {
  return CONTRASTS.flatMap((contrast) => ["ln_beds", "for_profit", "teaching", "rural", "region=South"].map((covariate, index) => {
    const { exposure, outcome, platform, exposure_end: end } = ofContrast(contrast);
    return { exposure, outcome, platform, exposure_end: end, covariate, mean_high: 4.9 - index, mean_low: 4.4 - index, smd_raw: 0.42 - index / 10, smd_weighted: 0, definition_version: "1" };
  }));
}

const VALIDITY = [
  ["cronbach_alpha", "pillars", 0.78, 0.6, 0.9, "PASSED"], ["leave_one_out_correlation", "dialogue", 0.87, 0.9, 1, "WARNED"],
  ["pillar_correlation", "presence_cadence", 0.71, null, null, "INFORMATION"], ["high_exit_rate", "integration", null, 0, 0.1, "NOT_ENOUGH_DATA"],
].map(([check, subject, value, low, high, result]) => ({
  period_start: PERIOD.period_start, check_id: check, subject, value, gate_low: low, gate_high: high, result, definition_version: "1",
}));

const SOURCES = [
  ["cms-hospitals", "2024-07-01", 5398, 4], ["cms-hcahps-recommend", "2025-10-01", 2738, 0], ["cms-hvbp", "2024-07-01", 2474, 12],
  ["hifld-hospitals", "2020-05-08", 7596, 31], ["nhs-feedback", "2021-12-31", 10334, 640], ["youtube-videos", "2025-12-06", 1740, 2],
].map(([id, asOf, read, rejected]) => ({
  source_id: id, platform: id.split("-")[0], format: "csv", file: `${id}.csv`, as_of: asOf,
  rows_read: read, rows_landed: read - rejected, rows_rejected: rejected,
}));

/** Datasets of an invented release with the given number of providers. */
export function normalDatasets(count = 900) {
  const random = randomNumbers(42);
  const organization = makeOrganizations(count, random);
  return {
    release: [{ release_id: "2025-12-06.1", business_date: "2025-12-06", revision: 1, code_version: "0.1.0", input_fingerprint: "0f3a" }],
    profile: [{ profile: "sample", is_synthetic: true }],
    organization,
    recommendation: makeRecommendations(organization, random),
    peer_distribution: makeDistributions(organization, random),
    adoption: makeAdoption(organization, random),
    adoption_summary: makeAdoptionSummary(organization),
    measure: MEASURES.map(([id, title, unit]) => ({
      measure_id: id, version: "1", title, question: `How do patients answer on ${title.toLowerCase()}?`,
      numerator: "patients who chose the most favourable answer", denominator: "completed surveys", unit, direction: "high_is_good",
    })),
    latest_index: makeIndices(organization, random),
    integration_index: makeHistory(organization, random),
    latest_component: makeComponents(organization, random),
    index_distribution: makeIndexDistributions(),
    latest_position: makePositions(organization, random),
    recommend_position: makeRecommendPositions(organization, random),
    cohort_comparison: makeComparisons(),
    cohort_balance: makeBalances(),
    comparison_variant: makeVariants(random),
    dose_response: makeDoses(),
    index_validity: VALIDITY,
    source_read: SOURCES,
    hop_count: SOURCES.map((source) => ({
      hop: "land", subject: source.source_id, rows_in: source.rows_read, rows_out: source.rows_landed, rejected: source.rows_rejected, deduplicated: 0,
    })),
    problem_summary: [
      { source_id: "nhs-feedback", platform: "nhs", family: null, code: "UNREADABLE_VALUE", is_rejected: true, problems: 640 },
      { source_id: "cms-hospitals", platform: "cms", family: null, code: "AMBIGUOUS_MATCH", is_rejected: false, problems: 212 },
      { source_id: "hifld-hospitals", platform: "hifld", family: null, code: "UNREADABLE_VALUE", is_rejected: true, problems: 31 },
      { source_id: "cms-hvbp", platform: "cms", family: null, code: "UNKNOWN_ORGANIZATION", is_rejected: false, problems: 9 },
    ],
    account_coverage: [
      { platform: "bluesky", family: "POSTS", relation: "OTHER", state: "COMPLETE", reason: null, accounts: 140, records: 5210 },
      { platform: "bluesky", family: "POSTS", relation: "OTHER", state: "FAILED", reason: "GONE", accounts: 3, records: 0 },
      { platform: "bluesky", family: "POSTS", relation: "OTHER", state: "PARTIAL", reason: "RATE_LIMITED", accounts: 12, records: 88 },
      { platform: "instagram", family: "INSIGHTS", relation: "OTHER", state: "NOT_OFFERED", reason: "OWNER_ONLY", accounts: 97, records: 0 },
      { platform: "instagram", family: "INSIGHTS", relation: "OWNED", state: "COMPLETE", reason: null, accounts: 4, records: 112 },
    ],
    check_result: [
      { check_id: "keys_are_unique", severity: "fatal", violations: 0, total: 171204, threshold_pct: 0, status: "PASSED", note: "Every staged table has its key only once." },
      { check_id: "percentages_in_range", severity: "warning", violations: 3, total: 88410, threshold_pct: 0, status: "FAILED", note: "A percentage lies in 0 to 100." },
      { check_id: "accounts_have_organizations", severity: "fatal", violations: 0, total: 0, threshold_pct: 0, status: "NOT_APPLICABLE", note: "Every account names a provider." },
    ],
  };
}

/** A release of the size of a country: 6,000 providers and 60 measures. */
export function largeDatasets() {
  const datasets = normalDatasets(6000);
  const copies = Array.from({ length: 15 }, (_, copy) => datasets.peer_distribution.map((row) =>
    ({ ...row, measure_id: copy === 0 ? row.measure_id : `${row.measure_id}_${copy}` })));
  return { ...datasets, peer_distribution: copies.flat() };
}

const LIVE_PLATFORMS = ["bluesky", "facebook", "google", "instagram", "linkedin", "mastodon", "tiktok", "x", "youtube"];

/** A release that knows accounts on every platform. */
export function manyPlatforms() {
  const datasets = normalDatasets();
  const onAll = (rows) => LIVE_PLATFORMS.flatMap((platform, index) => rows.map((row) =>
    ({ ...row, platform, ...(row.providers_present === 18 ? { providers_present: 18 + index } : {}) })));
  return { ...datasets, adoption: onAll(datasets.adoption), adoption_summary: onAll(datasets.adoption_summary) };
}

/** A release whose cohorts are too small to be compared, and whose providers are too little known. */
export function thinDatasets() {
  const datasets = normalDatasets(60);
  const unknown = (rows, ...columns) => rows.map((row) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, null])) }));
  return {
    ...datasets,
    cohort_comparison: refusedComparisons(),
    cohort_balance: [], comparison_variant: [], dose_response: [],
    latest_index: unknown(datasets.latest_index, ...PILLARS, "index_absolute", "rolling_index", "rolling_percentile", "cohort", "member_since"),
    integration_index: unknown(datasets.integration_index, "index_absolute"),
    latest_component: unknown(datasets.latest_component, "value", "percentile").map((row) => ({ ...row, state: "TOO_FEW" })),
    latest_position: [],
    recommend_position: unknown(datasets.recommend_position, "value", "n", "funnel", "shrunk_value", "reliability"),
  };
}

/** A release whose sources hold providers and nothing about them. */
export function emptyDatasets() {
  const datasets = normalDatasets(12);
  const empty = ["recommendation", "peer_distribution", "adoption", "adoption_summary", "measure", "source_read", "hop_count", "problem_summary", "check_result",
    "account_coverage", "latest_index", "integration_index", "latest_component", "index_distribution", "latest_position", "recommend_position",
    "cohort_comparison", "cohort_balance", "comparison_variant", "dose_response", "index_validity"];
  return { ...datasets, ...Object.fromEntries(empty.map((name) => [name, []])), profile: [{ profile: "real", is_synthetic: false }] };
}

/** A release in which every text that comes from outside is an attack. */
export function hostileDatasets() {
  const datasets = normalDatasets(60);
  const attacked = (rows, ...columns) => rows.map((row) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, HOSTILE_NAME])) }));
  return {
    ...datasets,
    organization: attacked(datasets.organization, "name"),
    recommendation: attacked(datasets.recommendation, "organization_name", "state"),
    adoption: attacked(datasets.adoption, "organization_name", "platform", "evidence"),
    peer_distribution: datasets.peer_distribution.map((row) => (row.peer_group === "Proprietary" ? { ...row, peer_group: HOSTILE_NAME } : row)),
    measure: attacked(datasets.measure, "title", "question", "numerator"),
    check_result: attacked(datasets.check_result, "note", "status"),
    account_coverage: attacked(datasets.account_coverage, "platform", "family", "reason"),
    source_read: attacked(datasets.source_read.slice(0, 1), "source_id", "file"),
    latest_index: attacked(datasets.latest_index, "peer_stratum"),
    cohort_comparison: attacked(datasets.cohort_comparison, "finding", "adjusted_for").map((row) =>
      (row.peer_group === "NON_PROFIT" ? { ...row, peer_group: HOSTILE_NAME } : row)),
  };
}

const ESCAPES = /[<>&\u2028\u2029]/g;

function dataScript(name, rows) {
  const json = JSON.stringify(table(rows)).replace(ESCAPES, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `carebench.data(${JSON.stringify(name)}, ${json});\n`;
}

/** Writes the site and answers its folder. */
export async function writeSite(name, datasets) {
  const folder = join(target, "test-sites", name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(target, "site-template"), folder, { recursive: true });
  await mkdir(join(folder, "data"));
  await Promise.all(Object.entries(datasets).map(([dataset, rows]) => writeFile(join(folder, "data", `${dataset}.js`), dataScript(dataset, rows))));
  return folder;
}
