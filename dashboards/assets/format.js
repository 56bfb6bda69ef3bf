/** A missing value is not known; it is never shown as zero. */
export const NOT_KNOWN = "not known";

/** A withheld value is known, and not shown. */
export const NOT_SHOWN = "not shown";

const decimals = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

export function formatNumber(value) {
  return value === null || value === undefined ? NOT_KNOWN : decimals.format(value);
}

/** A number of a row that may be suppressed. */
export function formatUnlessSuppressed(value, row) {
  return value === null && row.suppressed_reason !== null ? NOT_SHOWN : formatNumber(value);
}

/** The day of an ISO date or timestamp. */
export function formatDate(value) {
  return value === null || value === undefined ? NOT_KNOWN : value.slice(0, 10);
}

export function formatPeriod(start, end) {
  if (start === null && end === null) {
    return "period not in the source";
  }
  if (end === null) {
    return `from ${formatDate(start)}, end not in the source`;
  }
  return start === null ? `until ${formatDate(end)}, start not in the source` : `${formatDate(start)} to ${formatDate(end)}`;
}

const UNITS = {
  top_box_pct: { symbol: " %", name: "percent of patients who chose the most favourable answer" },
  pct: { symbol: " %", name: "percent of patients" },
  points: { symbol: " points", name: "points" },
  stars: { symbol: " stars", name: "stars" },
  linear_score: { symbol: " points", name: "points of a scale from 0 to 100" },
};

export function formatValue(value, unit) {
  return value === null || value === undefined ? NOT_KNOWN : `${formatNumber(value)}${UNITS[unit]?.symbol ?? ` ${unit}`}`;
}

export function unitName(unit) {
  return UNITS[unit]?.name ?? unit;
}

const GAP_UNITS = {
  ratio: " times", top_box_pct: " points", pct: " points", points: " points", linear_score: " points", stars: " stars",
  percentile: " percentile ranks", delta: "", probability: "", odds_ratio: "", none: "",
};

/** A difference of two percentages is in points, a ratio in times. */
export function formatGap(value, unit) {
  return value === null || value === undefined ? NOT_KNOWN : `${formatNumber(value)}${GAP_UNITS[unit] ?? ` ${unit}`}`;
}

/** "1.8 points (95 % interval 1.1 to 2.5)"; an estimate without its interval is not quoted as a finding. */
export function formatEstimate({ estimate, ci_low: low, ci_high: high, unit }) {
  if (estimate === null) {
    return NOT_KNOWN;
  }
  const interval = low === null || high === null ? "no interval" : `95 % interval ${formatNumber(low)} to ${formatNumber(high)}`;
  return `${formatGap(estimate, unit)} (${interval})`;
}

/** Error rates have two decimals, so that small ones are not shown as zero. */
export function formatRate(rate) {
  return rate !== null && rate !== undefined && rate < 0.01 ? "below 0.01" : formatNumber(rate);
}

/** "1 provider", "2,738 providers". */
export function formatCount(value, singular, plural = `${singular}s`) {
  return `${formatNumber(value)} ${value === 1 ? singular : plural}`;
}

export function formatBoolean(value) {
  return value === null || value === undefined ? NOT_KNOWN : value ? "yes" : "no";
}
