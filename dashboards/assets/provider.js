import { formatAddress } from "./address.js";
import { element } from "./dom.js";

/** A link to a provider that can be copied; followed on the page it keeps the other choices and opens the given place. */
export function providerLink(name, provider, choose, place) {
  const follow = (event) => {
    event.preventDefault();
    choose({ provider }, place);
  };
  return element("a", { href: formatAddress({ provider }), click: follow }, name ?? provider);
}

export function describeProvider(row) {
  const beds = row.bed_band === null ? "number of beds not known" : `${row.bed_band} beds`;
  return [row.organization_id, row.state ?? "state not known", row.organization_type ?? "type not known",
    row.ownership ?? "ownership not known", beds].join(" · ");
}
