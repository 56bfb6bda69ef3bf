import { formatNumber, formatPeriod, formatValue, NOT_KNOWN } from "./format.js";

const DIMENSIONS = {
  national: "All providers",
  ownership: "Ownership",
  ownership_group: "Ownership group",
  type: "Type of provider",
  state: "State",
  bed_band: "Beds",
  region: "Region",
};

/** The group of providers for which a dimension is not known. */
export const UNKNOWN_GROUP = "unknown";

const GROUPS = {
  FOR_PROFIT: "For profit", NON_PROFIT: "Non-profit", GOVERNMENT: "Government", all: "All providers", [UNKNOWN_GROUP]: "Not known",
};

const PLATFORMS = {
  bluesky: "Bluesky", mastodon: "Mastodon", youtube: "YouTube", instagram: "Instagram", facebook: "Facebook", x: "X", linkedin: "LinkedIn",
  tiktok: "TikTok", google: "Google", all: "All platforms",
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

const COHORTS = {
  HIGH: "High", MIDDLE: "Middle", LOW: "Low", NO_PRESENCE: "No presence", INSUFFICIENT: "Too few pillars known", UNKNOWN: "Could not be read",
  NOT_FORMED: "Not enough periods yet",
};

const SUBJECTS = { index: "Index", presence: "Presence", cadence: "Cadence", dialogue: "Dialogue", breadth: "Breadth" };

const COMPONENTS = {
  channel_breadth: "Active channels", profile_completeness: "Complete profiles", posting_rate: "Posting rate", continuity: "Continuity",
  response_rate: "Response rate", response_speed: "Speed of answers", topic_breadth: "Breadth of topics", audience_breadth: "Breadth of audiences",
};

const METRICS = {
  followers: "Followers", posts: "Original posts", inbound_volume: "Inbound volume", response_hours: "Hours to first answer",
  interactions: "Interactions", er_follower_7d: "Engagement rate per follower", er_pooled: "Pooled engagement rate", er_view: "Engagement rate per view",
  applause: "Applause", conversation: "Conversation", amplification: "Amplification", follower_growth_30d: "Follower growth",
  review_star: "Review stars", recommend_social: "Recommended on a site", recommended_category: "In the recommended category",
};

const VALUE_STATES = {
  KNOWN: "known", NO_ACCOUNT: "no known account", NOT_COLLECTABLE: "the platform does not offer it", COLLECTOR_FAILED: "the platform could not be read",
  TOO_FEW: "not enough data", NO_DENOMINATOR: "nothing to divide by", NOT_REACHED: "not reached in the period",
};

const POSITIONS = {
  ABOVE: "Above its peers", TYPICAL: "Typical of its peers", BELOW: "Below its peers", NOT_DISTINGUISHABLE: "Not distinguishable from peers",
  NOT_ENOUGH_DATA: "Not enough data", SUPPRESSED: "Not shown: fewer than 11 providers",
};

const FUNNELS = { WITHIN: "Within what chance gives", OUTSIDE_95: "Outside the 95 % limits", OUTSIDE_998: "Outside the 99.8 % limits" };

const CLAIMS = {
  C1: "Does engagement differ between providers of high and of low integration?",
  C2: "Are providers that answer people recommended more often?",
};

const VERDICTS = {
  BEYOND: "Beyond the smallest difference that matters", MAY_BE_SMALL: "May be too small to matter",
  NO_MEANINGFUL_DIFFERENCE: "No meaningful difference", INCONCLUSIVE: "Inconclusive", NOT_SHOWN: "Not shown",
};

const COMPARISON_STATES = {
  SHOWN: "shown", NOT_ENOUGH_DATA: "Not enough data", SUPPRESSED: "Not shown to protect privacy", NOT_COMPUTABLE: "Cannot be computed",
};

const ESTIMATORS = {
  adjusted_ols: "Adjusted regression", adjusted_ols_cr1: "Adjusted regression, clustered by health system",
  adjusted_ols_cr2: "Adjusted regression, clustered by few health systems", state_ols: "Adjusted regression with states",
  rank_ols: "Adjusted regression of ranks", overlap_weights: "Overlap weights", aipw: "Doubly robust (AIPW)", brunner_munzel: "Brunner-Munzel",
  mann_whitney: "Mann-Whitney", welch: "Difference of means (Welch)", geometric_mean_ratio: "Ratio of geometric means",
  hodges_lehmann: "Typical shift (Hodges-Lehmann)", hodges_lehmann_cluster_bca: "Typical shift, resampled by health system",
  cliff_delta: "Cliff's delta", van_elteren: "van Elteren", mantel_haenszel: "Mantel-Haenszel",
};

const LAYERS = {
  DESCRIPTION: "Description", UNADJUSTED: "Unadjusted: do not act on it", STRATIFIED: "Within strata", ADJUSTED: "Adjusted", WEIGHTED: "Weighted", MOVERS: "Movers",
};

const VALIDITY_RESULTS = {
  PASSED: "passed", WARNED: "outside its gate", FAILED: "failed", INFORMATION: "for information", NOT_ENOUGH_DATA: "not enough data",
};

export const cohortName = (cohort) => COHORTS[cohort] ?? cohort ?? NOT_KNOWN;
export const subjectName = (subject) => SUBJECTS[subject] ?? subject;
export const componentName = (component) => COMPONENTS[component] ?? codeName(component);
export const valueStateName = (state) => VALUE_STATES[state] ?? codeName(state);
export const positionName = (position) => POSITIONS[position] ?? codeName(position);
export const funnelName = (funnel) => FUNNELS[funnel] ?? (funnel === null ? NOT_KNOWN : codeName(funnel));
export const claimName = (claim) => CLAIMS[claim] ?? claim;
export const verdictName = (verdict) => VERDICTS[verdict] ?? (verdict === null ? VERDICTS.NOT_SHOWN : codeName(verdict));
export const comparisonStateName = (state) => COMPARISON_STATES[state] ?? codeName(state);
export const estimatorName = (estimator) => ESTIMATORS[estimator] ?? ESTIMATORS[estimator.replace(/_cr[12]$/, "")] ?? codeName(estimator);
export const layerName = (layer) => LAYERS[layer] ?? codeName(layer);
export const validityName = (result) => VALIDITY_RESULTS[result] ?? codeName(result);

/** A peer stratum; all of them together have a name of their own. */
export const stratumName = (stratum) => (stratum === "all" ? "All providers" : codeName(stratum));

/** Measures carry titles where the release defines them; metrics of accounts have theirs here. */
export function measureName(id, measures) {
  return measures.find((measure) => measure.measure_id === id)?.title ?? METRICS[id] ?? COMPONENTS[id] ?? codeName(id);
}

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
