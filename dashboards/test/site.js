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

/** A release whose sources hold providers and nothing about them. */
export function emptyDatasets() {
  const datasets = normalDatasets(12);
  const empty = ["recommendation", "peer_distribution", "adoption", "adoption_summary", "measure", "source_read", "hop_count", "problem_summary", "check_result",
    "account_coverage"];
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
