import { element } from "./dom.js";

/** Datasets of several rows per provider: the page loads them only when a provider is looked at. */
export const ON_DEMAND = ["integration_index", "latest_component", "latest_position"];

/** The datasets that the data scripts have handed over. */
export class Datasets {
  #tables = new Map();
  #loading = new Map();

  /** Called by data/<name>.js. */
  add(name, { columns, rows }) {
    this.#tables.set(name, rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))));
  }

  /** Rows as objects by column name. */
  rows(name) {
    const rows = this.#tables.get(name);
    if (rows === undefined) {
      throw new Error(`Cannot show dataset ${name}: data/${name}.js is missing or damaged; publish the release again`);
    }
    return rows;
  }

  /** Promises the rows of a dataset that is loaded on demand. */
  load(name) {
    if (!this.#loading.has(name)) {
      this.#loading.set(name, runScript(`data/${name}.js`).then(() => this.rows(name)));
    }
    return this.#loading.get(name);
  }
}

/** Settles when the script has run or could not be loaded; whether it handed anything over shows later. */
function runScript(source) {
  return new Promise((settle) => {
    document.head.append(element("script", { src: source, load: settle, error: settle }));
  });
}
