import { peerGroupName } from "./wording.js";

/** Columns of {@link recommendedByGroup}, as charts may use them. */
export const RECOMMENDED_BY_GROUP_COLUMNS = ["peer_group", "threshold", "peers", "judged", "recommended", "recommended_pct"];

/** Counts of the recommended category per peer group, in the order in which the groups first occur. */
export function recommendedByGroup(recommendations) {
  const groups = new Map();
  for (const row of recommendations.filter(({ peer_group: group }) => group !== null)) {
    const group = groups.get(row.peer_group) ?? {
      peer_group: peerGroupName(row), threshold: row.threshold, peers: row.peers, judged: 0, recommended: 0,
    };
    group.judged += row.decision === "DECIDED" ? 1 : 0;
    group.recommended += row.is_recommended === true ? 1 : 0;
    groups.set(row.peer_group, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    recommended_pct: group.judged === 0 ? null : (100 * group.recommended) / group.judged,
  }));
}

/** Rows whose given columns contain every word of the search, in any order and case. */
export function search(rows, text, columns) {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) {
    return rows;
  }
  return rows.filter((row) => {
    const haystack = columns.map((column) => row[column] ?? "").join(" ").toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

const collator = new Intl.Collator("en", { numeric: true });

/** Rows in order of a column; missing values come last in either direction. */
export function sortRows(rows, column, direction) {
  const sign = direction === "descending" ? -1 : 1;
  return [...rows].sort((left, right) => compare(left[column] ?? null, right[column] ?? null, sign));
}

function compare(left, right, sign) {
  if (left === null || right === null) {
    return (left === null) - (right === null);
  }
  return sign * (typeof left === "string" ? collator.compare(left, right) : left - right);
}

/** Sources with the shards of a live platform added up to one, in the order in which they first occur. */
export function withPlatformsWhole(sources) {
  const whole = new Map();
  for (const source of sources) {
    const id = source.format === "live" ? source.platform : source.source_id;
    const before = whole.get(id);
    whole.set(id, before === undefined ? { ...source, source_id: id } : {
      ...before,
      rows_read: before.rows_read + source.rows_read,
      rows_landed: before.rows_landed + source.rows_landed,
      rows_rejected: before.rows_rejected + source.rows_rejected,
    });
  }
  return [...whole.values()];
}

const COVERAGE_STATES = ["COMPLETE", "LIMITED", "PARTIAL", "FAILED", "NOT_OFFERED", "NOT_DUE"];
const REASONS_NAMED = 3;

/** Accounts per platform, family and state, with the reasons that concern most accounts, in the order in which they first occur. */
export function coverageByFamily(coverage) {
  const families = new Map();
  for (const row of coverage) {
    const key = `${row.platform} ${row.family}`;
    const family = families.get(key) ?? {
      platform: row.platform, family: row.family, ...Object.fromEntries(COVERAGE_STATES.map((state) => [state, 0])), reasons: new Map(),
    };
    family[row.state] = (family[row.state] ?? 0) + row.accounts;
    if (row.reason !== null) {
      family.reasons.set(row.reason, (family.reasons.get(row.reason) ?? 0) + row.accounts);
    }
    families.set(key, family);
  }
  return [...families.values()].map((family) => ({
    ...family,
    reasons: [...family.reasons].sort(([, left], [, right]) => right - left).slice(0, REASONS_NAMED),
  }));
}

/** Whether a hop lost nothing: rows in = rows out + rejected + deduplicated. */
export function isReconciled(hop) {
  return hop.rows_in === hop.rows_out + hop.rejected + hop.deduplicated;
}

/** The recommendations, followed by the providers that have none, as rows without a value. */
export function withUnsurveyed(recommendations, organizations) {
  const surveyed = new Set(recommendations.map((row) => row.organization_id));
  const unsurveyed = organizations.filter((row) => !surveyed.has(row.organization_id));
  return [...recommendations, ...unsurveyed.map(({ name, ...attributes }) => ({
    ...attributes,
    organization_name: name,
    measure_id: null, period_start: null, period_end: null, value: null, n: null,
    peer_group: null, peers: null, threshold: null, is_recommended: null,
    decision: "NOT_SURVEYED", definition_version: null,
  }))];
}

const MINIMUM_GROUP = 11;

/** Columns of one row of a picture of {@link cohortsByStratum}. */
export const COHORT_COUNT_COLUMNS = ["cohort", "providers"];

/** All cohorts that a provider can be in, in the order in which they are shown. */
export const COHORTS = ["HIGH", "MIDDLE", "LOW", "NO_PRESENCE", "INSUFFICIENT", "UNKNOWN", "NOT_FORMED"];

/** The cohort of a provider, or why it is in none. */
export function cohortOf({ cohort, state }) {
  return cohort ?? (state === "COMPUTED" ? "NOT_FORMED" : state);
}

/**
 * Providers per cohort of each peer stratum, all of them first. Counts of 1 to 10 providers are null, and so are those
 * from which one could be worked out.
 */
export function cohortsByStratum(rows) {
  const strata = ["all", ...[...new Set(rows.map((row) => row.peer_stratum))].sort(collator.compare)];
  const cohorts = COHORTS.filter((cohort) => rows.some((row) => cohortOf(row) === cohort));
  const counts = strata.map((stratum) => {
    const members = rows.filter((row) => stratum === "all" || row.peer_stratum === stratum);
    return [members.length, ...cohorts.map((cohort) => members.filter((row) => cohortOf(row) === cohort).length)];
  });
  const shown = withholdSmall(counts);
  return strata.map((stratum, index) => ({
    peer_stratum: stratum, providers: shown[index][0], ...Object.fromEntries(cohorts.map((cohort, place) => [cohort, shown[index][place + 1]])),
  }));
}

/** Counts whose first row and column are totals, with small ones and those next to a lone small one replaced by null. */
function withholdSmall(counts) {
  const isWithheld = counts.map((row) => row.map((count) => count > 0 && count < MINIMUM_GROUP));
  const lines = [
    ...counts.map((row, y) => row.map((count, x) => [y, x])),
    ...counts[0].map((total, x) => counts.map((row, y) => [y, x])),
  ];
  const count = ([y, x]) => counts[y][x];
  const giveAway = (line) => {
    const withheld = line.filter(([y, x]) => isWithheld[y][x]);
    const sum = withheld.reduce((total, cell) => total + count(cell), 0);
    return withheld.length === 1 || (withheld.length > 1 && sum < MINIMUM_GROUP && !withheld.includes(line[0]));
  };
  const partners = (line) => line.slice(1).filter(([y, x]) => !isWithheld[y][x] && count([y, x]) > 0).sort((left, right) => count(left) - count(right));
  for (let line = lines.find((each) => giveAway(each) && partners(each).length > 0); line !== undefined;
    line = lines.find((each) => giveAway(each) && partners(each).length > 0)) {
    const [[y, x]] = partners(line);
    isWithheld[y][x] = true;
  }
  return counts.map((row, y) => row.map((value, x) => (isWithheld[y][x] ? null : value)));
}

/** What an index is made of, in the order in which it is shown. */
export const PILLARS = ["presence", "cadence", "dialogue", "breadth"];

/** Columns of {@link pillarStanding}, as charts may use them. */
export const PILLAR_STANDING_COLUMNS = ["subject", "value", "p25", "median", "p75"];

/** The pillars of a provider beside the quartiles of its peers. */
export function pillarStanding(index, distributions) {
  return PILLARS.map((subject) => {
    const peers = distributions.find((row) => row.peer_stratum === index.peer_stratum && row.subject === subject);
    return { subject, value: index[subject], p25: peers?.p25 ?? null, median: peers?.median ?? null, p75: peers?.p75 ?? null };
  });
}

/** Columns of the mark where there is no difference. */
export const REFERENCE_COLUMNS = ["no_difference"];

/** A ratio of one, or a difference of zero. */
export const referenceOf = (unit) => [{ no_difference: unit === "ratio" || unit === "odds_ratio" ? 1 : 0 }];

/** Reason of a contrast whose cohorts were formed at the end of the last period. */
const OUTCOME_TO_COME = "the period after the exposure is not known yet";

/**
 * What is compared, each with its rows of one exposure period: the newest that could be tested, or else the newest of which the
 * outcome is known, or else the newest.
 * Rows within peer groups stand apart from those of all providers, and so does the headline of the newest period.
 */
export function contrastsOf(comparisons) {
  const keyOf = ({ exposure, outcome, platform }) => [exposure, outcome, platform].join(" ");
  return [...new Set(comparisons.map(keyOf))].flatMap((key) => {
    const rows = comparisons.filter((row) => keyOf(row) === key);
    const headlines = sortRows(rows.filter((row) => row.is_headline && row.peer_dimension === "national"), "exposure_end", "descending");
    const headline = headlines.find((row) => row.state === "SHOWN") ?? headlines.find((row) => row.reason !== OUTCOME_TO_COME) ?? headlines[0];
    if (headline === undefined) {
      return [];
    }
    const ofPeriod = rows.filter((row) => row.exposure_end === headline.exposure_end);
    return [{
      key, headline, newest: headlines[0],
      estimators: ofPeriod.filter((row) => row.peer_dimension === "national"),
      groups: ofPeriod.filter((row) => row.is_headline && row.peer_dimension !== "national"),
    }];
  });
}

/** The unadjusted gap in the unit of the headline; undefined where there is none. */
export function unadjustedOf({ headline, estimators }) {
  const isAlike = (row) => row.unit === headline.unit && row.estimate !== null;
  return ["UNADJUSTED", "DESCRIPTION"].map((layer) => estimators.find((row) => row.layer === layer && isAlike(row))).find((row) => row !== undefined);
}

/** Rows of other datasets that belong to a headline. */
export function belongTo(headline, rows) {
  return rows.filter((row) => row.exposure === headline.exposure && row.outcome === headline.outcome && row.platform === headline.platform
    && row.exposure_end === headline.exposure_end);
}

/** Columns of {@link variantStrip}, as charts may use them. */
export const VARIANT_STRIP_COLUMNS = ["place", "cut_off", "weighting", "strata", "estimator", "exclusion", "is_headline", "estimate", "ci_low", "ci_high"];

/** Specifications in the unit of the headline, in order of their estimates, numbered from 1. */
export function variantStrip(variants) {
  const unit = variants.find((row) => row.is_headline)?.unit;
  const alike = variants.filter((row) => row.unit === unit && row.estimate !== null);
  return sortRows(alike, "estimate", "ascending").map((row, index) => ({ ...row, place: index + 1 }));
}

/** Columns of {@link withNames} of positions on the recommend survey, as charts may use them. */
export const FUNNEL_COLUMNS = ["organization_id", "organization_name", "value", "n", "ci_low", "ci_high", "peer_median", "funnel"];

/** Rows with the name and the state of their provider. */
export function withNames(rows, organizations) {
  const byId = new Map(organizations.map((organization) => [organization.organization_id, organization]));
  return rows.map((row) => {
    const organization = byId.get(row.organization_id);
    return { ...row, organization_name: organization?.name ?? row.organization_id, us_state: organization?.state ?? null };
  });
}
