/** The datasets that the data scripts have handed over. */
export class Datasets {
  #tables = new Map();

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
}
