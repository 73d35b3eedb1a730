// The state of the search page is its address: a link to it shows the same to anyone.

import { inOrder, timeOf } from "./days.js";

const CHOSEN = ["region", "theme", "year", "month", "byline", "source", "column", "kind"];
const SORTS = ["relevance", "newest", "oldest"];

/**
 * What is asked for.
 * @typedef {object} State
 * @property {string} q as typed
 * @property {Map<string, string[]>} selection facet to the values chosen
 * @property {string} from ISO, the first day; "" for no limit
 * @property {string} to ISO, the last day
 * @property {"relevance"|"newest"|"oldest"} sort
 * @property {string[]} unread what the address says of times and is none: `2024-13-45`
 */

/**
 * What an address asks for.
 * @param {string} search `?q=…`
 * @returns {State}
 */
export function stateOf(search) {
  const asked = new URLSearchParams(search);
  const sort = asked.get("sort") ?? "";
  const unread = [];
  /** The times that an address names, as `part` of them: those that are none are left out. */
  const times = (name, part) =>
    asked.getAll(name).filter(Boolean).flatMap((written) => {
      const found = part(timeOf(written) ?? {});
      if (!found) unread.push(written);
      return found ? [found] : [];
    });
  const selection = new Map(CHOSEN.map((facet) => [facet, asked.getAll(facet).filter(Boolean)]));
  selection.set("year", times("year", ({ name }) => name?.length === 4 && name));
  selection.set("month", times("month", ({ name }) => name?.length === 7 && name));
  const [first = ""] = times("from", ({ first }) => first);
  const [last = ""] = times("to", ({ last }) => last);
  const [from, to] = inOrder(first, last);
  return {
    q: asked.get("q") ?? "",
    selection,
    from,
    to,
    sort: SORTS.includes(sort) ? sort : "relevance",
    unread,
  };
}

/**
 * The address that asks for a state; relative, as everything is.
 * @param {State} state
 */
export function address({ q, selection, from, to, sort }) {
  const asked = new URLSearchParams();
  if (q.trim()) asked.set("q", q.trim());
  for (const [facet, values] of selection) {
    for (const value of values) asked.append(facet, value);
  }
  if (from) asked.set("from", from);
  if (to) asked.set("to", to);
  if (sort !== "relevance") asked.set("sort", sort);
  const text = asked.toString();
  return text ? `?${text}` : location.pathname;
}

/**
 * The state with one facet chosen anew. A month outlives its year only while no year, or its own,
 * is chosen.
 * @param {State} state
 * @returns {State}
 */
export function choosing(state, facet, values) {
  const selection = new Map(state.selection).set(facet, values);
  if (facet === "year" && values.length) {
    const months = selection.get("month").filter((month) => values.includes(month.slice(0, 4)));
    selection.set("month", months);
  }
  return { ...state, selection };
}

/** @param {State} state */
export function isNarrowed({ selection, from, to }) {
  return Boolean(from || to || [...selection.values()].some((values) => values.length));
}
