import { formatAddress, parseAddress } from "./address.js";
import { Adoption } from "./adoption.js";
import { Datasets } from "./datasets.js";
import { showDefinitions } from "./definitions.js";
import { element } from "./dom.js";
import { showOverview } from "./overview.js";
import { Peers } from "./peers.js";
import { Recommended } from "./recommended.js";
import { showTrust } from "./trust.js";

const datasets = new Datasets();
const charts = {};
const sections = [];
let choices = {};

/** The only name that the page puts into the global scope: the data and chart scripts call it. */
globalThis.carebench = {
  data: (name, table) => datasets.add(name, table),
  charts: (specifications) => Object.assign(charts, specifications),
};

/** Adds a choice to the address, so that the view can be sent as a link. */
function choose(change) {
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
    choices = chosen;
    update();
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
  addSection("peers", () => new Peers(datasets, charts, choose));
  addSection("recommended", () => new Recommended(datasets, charts, choose));
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
