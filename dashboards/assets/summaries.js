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
