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

/** "1 provider", "2,738 providers". */
export function formatCount(value, singular, plural = `${singular}s`) {
  return `${formatNumber(value)} ${value === 1 ? singular : plural}`;
}

export function formatBoolean(value) {
  return value === null || value === undefined ? NOT_KNOWN : value ? "yes" : "no";
}
