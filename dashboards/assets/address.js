/** What a link to the page can carry behind its #: a view that somebody else sees when they open the link. */
const KEYS = ["measure", "period", "dimension", "provider", "group", "platform", "stratum", "contrast"];

/** The choices in a URL hash, none in an empty one; null for a plain anchor such as #trust. */
export function parseAddress(hash) {
  if (hash !== "" && !hash.includes("=")) {
    return null;
  }
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(KEYS.filter((key) => parameters.has(key)).map((key) => [key, parameters.get(key)]));
}

export function formatAddress(choices) {
  const parameters = new URLSearchParams();
  for (const key of KEYS) {
    if (choices[key] !== undefined && choices[key] !== null && choices[key] !== "") {
      parameters.set(key, choices[key]);
    }
  }
  return `#${parameters}`;
}
