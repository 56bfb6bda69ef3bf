import { toCsv } from "./csv.js";
import { element } from "./dom.js";
import { formatNumber, NOT_KNOWN } from "./format.js";
import { sortRows } from "./summaries.js";

const PAGE_SIZE = 50;

/**
 * A sortable table with CSV download that adds rows to the page only as they are asked for.
 *
 * Columns are {key, title, isNumber, show}: show turns a row into a text or a node. Nothing is rendered until rows
 * are set, so a table in a closed details element costs nothing but its rows.
 */
export class Table {
  #columns;
  #name;
  #rows = [];
  #shown = PAGE_SIZE;
  #sort = null;
  #head;
  #body = element("tbody");
  #more = element("button", { type: "button", class: "quiet", click: () => this.#showMore() });
  #count = element("span", { class: "muted" });

  constructor(name, caption, columns) {
    this.#name = name;
    this.#columns = columns;
    this.#head = columns.map((column) => this.#headerCell(column));
    const table = element("table", {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...this.#head)),
      this.#body);
    this.node = element("div", { class: "table" },
      element("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": caption }, table),
      element("div", { class: "table-actions" },
        this.#count, this.#more,
        element("button", { type: "button", class: "quiet", click: () => this.#download() }, "Download CSV")));
  }

  /** Shows the rows; what the table can be unfolded from is not offered where there are none. */
  show(rows) {
    const fold = this.node.closest("details");
    if (fold !== null) {
      fold.hidden = rows.length === 0;
    }
    this.#rows = rows;
    this.#shown = PAGE_SIZE;
    this.#render();
  }

  #headerCell(column) {
    const button = element("button", { type: "button", click: () => this.#sortBy(column.key) }, column.title);
    return element("th", { scope: "col", class: column.isNumber ? "number" : null }, button);
  }

  #sortBy(key) {
    const isSame = this.#sort?.key === key;
    this.#sort = { key, direction: isSame && this.#sort.direction === "ascending" ? "descending" : "ascending" };
    this.#render();
  }

  #sorted() {
    return this.#sort === null ? this.#rows : sortRows(this.#rows, this.#sort.key, this.#sort.direction);
  }

  #showMore() {
    this.#shown += PAGE_SIZE;
    this.#render();
  }

  #render() {
    const visible = this.#sorted().slice(0, this.#shown);
    this.#body.replaceChildren(...visible.map((row) => this.#bodyRow(row)));
    this.#columns.forEach(({ key }, index) => {
      this.#head[index].setAttribute("aria-sort", this.#sort?.key === key ? this.#sort.direction : "none");
    });
    this.#count.textContent = `${formatNumber(visible.length)} of ${formatNumber(this.#rows.length)} rows`;
    this.#more.hidden = visible.length === this.#rows.length;
    this.#more.textContent = `Show ${formatNumber(Math.min(PAGE_SIZE, this.#rows.length - visible.length))} more`;
  }

  #bodyRow(row) {
    return element("tr", {}, ...this.#columns.map((column, index) =>
      element(index === 0 ? "th" : "td",
        { scope: index === 0 ? "row" : null, class: column.isNumber ? "number" : null },
        column.show(row))));
  }

  #download() {
    const csv = toCsv(this.#columns.map(({ key }) => key), this.#sorted());
    // The byte order mark tells spreadsheets that the file is UTF-8.
    const url = URL.createObjectURL(new Blob(["\uFEFF", csv], { type: "text/csv;charset=utf-8" }));
    element("a", { href: url, download: `${this.#name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

export function textColumn(key, title, show = (value) => value ?? NOT_KNOWN) {
  return { key, title, isNumber: false, show: (row) => show(row[key], row) };
}

export function numberColumn(key, title, show = formatNumber) {
  return { key, title, isNumber: true, show: (row) => show(row[key], row) };
}
