import { element, replaceChildren } from "./dom.js";
import { NOT_KNOWN, unitName } from "./format.js";
import { codeName } from "./wording.js";

/** What each measure means, one entry that every number links to. */
export function showDefinitions(measures) {
  const entries = measures.map((measure) => element("article", { id: `definition-${measure.measure_id}`, class: "definition" },
    element("h4", {}, measure.title),
    element("p", {}, measure.question),
    element("dl", {},
      ...pair("Numerator", measure.numerator), ...pair("Denominator", measure.denominator),
      ...pair("Unit", unitName(measure.unit)), ...pair("Direction", codeName(measure.direction)),
      ...pair("Measure id", measure.measure_id), ...pair("Version", measure.version))));
  replaceChildren("measure-definitions",
    ...(entries.length === 0 ? [element("p", {}, "No measure is defined in this release.")] : entries));
}

function pair(name, value) {
  return [element("dt", {}, name), element("dd", {}, value ?? NOT_KNOWN)];
}
