import { formatNumber, formatPeriod, formatValue, NOT_KNOWN } from "./format.js";

const DIMENSIONS = {
  national: "All providers",
  ownership: "Ownership",
  ownership_group: "Ownership group",
  type: "Type of provider",
  state: "State",
  bed_band: "Beds",
};

/** The group of providers for which a dimension is not known. */
export const UNKNOWN_GROUP = "unknown";

const GROUPS = {
  FOR_PROFIT: "For profit", NON_PROFIT: "Non-profit", GOVERNMENT: "Government", all: "All providers", [UNKNOWN_GROUP]: "Not known",
};

const PLATFORMS = {
  bluesky: "Bluesky", mastodon: "Mastodon", youtube: "YouTube", instagram: "Instagram", facebook: "Facebook", x: "X", linkedin: "LinkedIn",
  tiktok: "TikTok", google: "Google",
};

const FAMILIES = {
  ACCOUNT: "Profile and counters", POSTS: "Posts", POST_REFRESH: "Counters of known posts", INTERACTIONS: "Comments and replies",
  MENTIONS: "Mentions", REVIEWS: "Reviews", INSIGHTS: "Daily insights",
};

const SUPPRESSIONS = {
  FEWER_THAN_MINIMUM: "Not shown: fewer than 11 providers",
  COMPLEMENTARY: "Not shown, so that another group cannot be worked out",
};

const EVIDENCE = { CANDIDATE: "candidate, not verified", VERIFIED: "verified" };

const UNDECIDED = {
  NO_VALUE: "Cannot be told: the survey gives no value",
  TOO_FEW_SURVEYS: "Cannot be told: too few completed surveys",
  PEER_GROUP_UNKNOWN: "Cannot be told: its peer group is not known",
  TOO_FEW_PEERS: "Cannot be told: too few peers",
  NOT_SURVEYED: "Cannot be told: no row in the recommend survey",
};

export const dimensionName = (dimension) => DIMENSIONS[dimension] ?? dimension;
export const groupName = (group) => GROUPS[group] ?? group ?? NOT_KNOWN;
export const familyName = (family) => FAMILIES[family] ?? family ?? "";
export const platformName = (platform) => PLATFORMS[platform] ?? platform;
export const suppressionReason = (code) => SUPPRESSIONS[code] ?? `Not shown: ${code}`;
export const evidenceName = (evidence) => EVIDENCE[evidence] ?? evidence;

/** The group that a provider is judged in; bed classes are mere numbers without their unit. */
export function peerGroupName({ peer_group: group, bed_band: bedBand }) {
  return group !== null && group === bedBand ? `${group} beds` : groupName(group);
}

/** A stable code such as UNREADABLE_VALUE as words. */
export function codeName(code) {
  const words = code.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The decision on the recommended category, in words. */
export function decisionName({ decision, is_recommended: isRecommended }) {
  if (decision === "DECIDED") {
    return isRecommended ? "In the recommended category" : "Not in the recommended category";
  }
  return UNDECIDED[decision] ?? `Cannot be told: ${decision}`;
}

/** Where a provider stands, in sentences: its value with n and period, its peers, the threshold, the decision. */
export function describeStanding(standing) {
  const { value, n, peers, threshold } = standing;
  const sentences = [];
  if (value !== null) {
    const surveys = n === null ? "number of surveys not known" : `n = ${formatNumber(n)} completed surveys`;
    const period = formatPeriod(standing.period_start, standing.period_end);
    sentences.push(`${formatValue(value, "pct")} of patients would definitely recommend it (${surveys}; ${period}).`);
  }
  if (threshold !== null) {
    const count = peers === null ? "number of peers not shown" : `${formatNumber(peers)} providers`;
    sentences.push(`Threshold of its peer group, ${peerGroupName(standing)} (${count}): ${formatValue(threshold, "pct")}.`);
  }
  sentences.push(`${decisionName(standing)}.`);
  return sentences.join(" ");
}
