// Narrows what was found, and counts what else one could narrow it by.
//
// Several values of one facet mean either, facets between them mean both. A value's count says
// how many articles it would show: those that the query and the *other* facets leave.

import { intersection } from "./found.js";

/** The facets of the catalog, and those that are fetched when asked for. */
export const FACETS = ["region", "theme", "year", "month"];
export const FURTHER_FACETS = ["byline", "source", "column", "kind"];

/**
 * @typedef {Map<string, string[]>} Selection facet to the values chosen; absent means all
 * @typedef {{from: string, to: string}} Days both ISO and included, empty for no limit
 */

/**
 * The places within a bundle that the selection leaves, and the counts of each facet.
 *
 * @param {import("./bundle.js").Bundle} bundle
 * @param {Uint32Array} pages what the query found
 * @param {Selection} selection
 * @param {Days} days
 */
export function narrow(bundle, pages, selection, days) {
  const within = pages.filter((page) => {
    const date = bundle.ids[page].slice(0, 10);
    return (!days.from || date >= days.from) && (!days.to || date <= days.to);
  });
  const chosen = new Map();
  for (const [facet, values] of selection) {
    chosen.set(facet, membersOfAny(bundle, facet, values));
  }
  const left = (without) => {
    let rest = within;
    for (const [facet, members] of chosen) {
      if (facet !== without) rest = intersection(rest, members);
    }
    return rest;
  };
  const counts = new Map();
  const narrowed = left("");
  for (const facet of bundle.facets.keys()) {
    counts.set(facet, count(bundle, facet, chosen.has(facet) ? left(facet) : narrowed));
  }
  return { pages: narrowed, counts };
}

/** Everyone who has one of the values; a region counts for all that lie in it. */
function membersOfAny(bundle, facet, values) {
  const found = new Set();
  for (const [value, pages] of bundle.facets.get(facet) ?? []) {
    if (values.some((wanted) => isWithin(facet, value, wanted))) {
      for (const page of pages) found.add(page);
    }
  }
  return Uint32Array.from(found).sort();
}

function isWithin(facet, value, wanted) {
  if (value === wanted) return true;
  if (facet !== "region") return false;
  return `/${value}/`.includes(`/${wanted}/`);
}

/** How many of the pages each value has; for regions, each step of each path. */
function count(bundle, facet, pages) {
  const present = new Uint8Array(bundle.articles);
  for (const page of pages) present[page] = 1;
  const counts = new Map();
  const members = bundle.facets.get(facet);
  if (facet !== "region") {
    for (const [value, places] of members) {
      let total = 0;
      for (const place of places) total += present[place];
      if (total) counts.set(value, total);
    }
    return counts;
  }
  // An article of two communities of one district counts once for the district.
  const seen = new Map();
  for (const [path, places] of members) {
    const steps = path.split("/");
    for (let depth = 1; depth <= steps.length; depth += 1) {
      const region = steps.slice(0, depth).join("/");
      if (!seen.has(region)) seen.set(region, new Set());
      const here = seen.get(region);
      for (const place of places) if (present[place]) here.add(place);
    }
  }
  for (const [region, here] of seen) if (here.size) counts.set(region, here.size);
  return counts;
}

/** Add the counts of one bundle to those of others. */
export function addCounts(total, counts) {
  for (const [facet, values] of counts) {
    if (!total.has(facet)) total.set(facet, new Map());
    const sum = total.get(facet);
    for (const [value, number] of values) sum.set(value, (sum.get(value) ?? 0) + number);
  }
  return total;
}
