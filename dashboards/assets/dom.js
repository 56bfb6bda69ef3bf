/** Makes an element. Texts become text nodes, never markup: names of providers come from outside. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(attribute, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(attribute, value === true ? "" : value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function replaceChildren(id, ...children) {
  document.getElementById(id).replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

/** Fills a select; options are {value, label} in the order given, or {label, options} for a group of them. */
export function fillSelect(select, options, selected) {
  select.replaceChildren(
    ...options.map((option) =>
      option.options === undefined
        ? element("option", { value: option.value, selected: option.value === selected }, option.label)
        : element("optgroup", { label: option.label }, ...option.options.map((inner) =>
            element("option", { value: inner.value, selected: inner.value === selected }, inner.label))),
    ),
  );
}
