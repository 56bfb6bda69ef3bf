import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { element } from "./dom.js";

/** Labels of groups may take this share of the width, and no more than this many pixels. */
const LABEL_SHARE = 0.36;
const LABEL_LIMIT = 290;

/** One picture on the page, drawn from a compiled Vega specification. */
export class Chart {
  #specification;
  #frame = element("div", { class: "chart" });
  #tooltip = element("div", { class: "tooltip", hidden: true });
  #view = null;
  #waiting;

  constructor(specification) {
    this.#specification = specification;
    this.node = element("div", { class: "chart-box" }, this.#frame, this.#tooltip);
  }

  /** Draws the given rows by name; the label says in words what the picture shows. The node must be on the page. */
  draw(label, tables) {
    this.clear();
    if (document.readyState === "complete") {
      this.#render(label, tables);
      return;
    }
    // Texts and tables of the whole page come first, pictures one after the other.
    this.#frame.setAttribute("aria-busy", "true");
    this.#waiting = setTimeout(() => this.#render(label, tables));
  }

  #render(label, tables) {
    // The syntax tree and its interpreter do without eval, which the content security policy forbids.
    const view = new View(parse(this.#specification, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: "svg",
      container: this.#frame,
      hover: false,
    });
    view.tooltip((handler, event, item, value) => this.#showTooltip(event, value));
    view.signal("label_limit", Math.min(LABEL_LIMIT, LABEL_SHARE * this.#frame.clientWidth));
    for (const [name, rows] of Object.entries(tables)) {
      view.data(name, rows.map((row) => ({ ...row })));
    }
    view.run();
    // The view labels its frame with what the chart is; what it shows says more.
    this.#frame.setAttribute("role", "img");
    this.#frame.removeAttribute("aria-roledescription");
    this.#frame.setAttribute("aria-label", label);
    // The label and the table behind the picture say more than the names of its shapes.
    this.#frame.querySelector("svg").setAttribute("aria-hidden", "true");
    this.#frame.removeAttribute("aria-busy");
    this.#view = view;
  }

  clear() {
    clearTimeout(this.#waiting);
    this.#frame.removeAttribute("aria-busy");
    this.#view?.finalize();
    this.#view = null;
    this.#frame.replaceChildren();
    this.#frame.removeAttribute("role");
    this.#frame.removeAttribute("aria-label");
  }

  #showTooltip(event, value) {
    this.#tooltip.hidden = value === null || value === undefined || value === "";
    if (this.#tooltip.hidden) {
      return;
    }
    const facts = Object.entries(value).flatMap(([name, fact]) => [element("dt", {}, name), element("dd", {}, String(fact))]);
    this.#tooltip.replaceChildren(element("dl", {}, ...facts));
    const box = this.node.getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, box.width - this.#tooltip.offsetWidth);
    this.#tooltip.style.left = `${Math.max(0, left)}px`;
    this.#tooltip.style.top = `${event.clientY - box.top + 14}px`;
  }
}
