import { formatAddress, parseAddress } from "./address.js";
import { Adoption } from "./adoption.js";
import { Comparison } from "./comparison.js";
import { Datasets } from "./datasets.js";
import { showDefinitions } from "./definitions.js";
import { element } from "./dom.js";
import { Funnel } from "./funnel.js";
import { Integration } from "./integration.js";
import { showOverview } from "./overview.js";
import { Peers } from "./peers.js";
import { Recommended } from "./recommended.js";
import { Scorecard } from "./scorecard.js";
import { showTrust } from "./trust.js";

const datasets = new Datasets();
const charts = {};
const sections = [];
let choices = {};
let destination = "scorecard";

/** The only name that the page puts into the global scope: the data and chart scripts call it. */
globalThis.carebench = {
  data: (name, table) => datasets.add(name, table),
  charts: (specifications) => Object.assign(charts, specifications),
};

/** Adds a choice to the address, so that the view can be sent as a link; another provider is shown at the given place. */
function choose(change, place = destination) {
  destination = place;
  location.hash = formatAddress({ ...choices, ...change });
}

/** A section that cannot be shown says so and leaves the others alone. */
function attempt(id, action) {
  try {
    return action();
  } catch (error) {
    document.getElementById(id).replaceChildren(element("p", { class: "failure", role: "alert" }, error.message));
    return undefined;
  }
}

function update() {
  sections.forEach(({ id, section }) => attempt(id, () => section.update(choices)));
}

/** The hash holds choices, or names a place on the page; a plain anchor leaves the choices alone. */
function followAddress() {
  const chosen = parseAddress(location.hash);
  if (chosen === null) {
    reveal(location.hash.slice(1));
  } else {
    const isOtherProvider = chosen.provider !== undefined && chosen.provider !== choices.provider;
    choices = chosen;
    update();
    if (isOtherProvider) {
      document.getElementById(destination).scrollIntoView({ block: destination === "standing" ? "nearest" : "start" });
      destination = "scorecard";
    }
  }
}

/** Opens whatever hides the target of an anchor. */
function reveal(id) {
  const target = document.getElementById(id);
  for (let box = target?.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
  target?.scrollIntoView();
}

function addSection(id, create) {
  const section = attempt(id, create);
  if (section !== undefined) {
    sections.push({ id, section });
  }
}

function start() {
  attempt("overview", () => showOverview(datasets));
  addSection("integration", () => new Integration(datasets, charts, choose));
  addSection("comparison", () => new Comparison(datasets, charts, choose));
  addSection("scorecard", () => new Scorecard(datasets, charts, choose));
  addSection("peers", () => new Peers(datasets, charts, choose));
  addSection("recommended", () => new Recommended(datasets, charts, choose));
  addSection("funnel", () => new Funnel(datasets, charts, choose));
  addSection("adoption", () => new Adoption(datasets, charts, choose));
  attempt("trust", () => showTrust(datasets, charts));
  attempt("definitions", () => showDefinitions(datasets.rows("measure")));
  update();
  if (location.hash !== "") {
    followAddress();
  }
  addEventListener("hashchange", followAddress);
}

document.addEventListener("DOMContentLoaded", start);
