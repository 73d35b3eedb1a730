// Finds a query's articles in one bundle.

import { alongside, before, difference, intersection, union, wherever } from "./found.js";
import { NOWHERE } from "./postings.js";
import { scores } from "./score.js";

/** How many tokens of a phrase are looked up at once. */
const AT_FIRST = 2;

/**
 * What a query finds in a bundle.
 * @typedef {object} Match
 * @property {Uint32Array} pages the articles, ascending, that is, the newest day first
 * @property {Float32Array} scores one for each
 * @property {boolean[]} foundAlone for each word that is asked for, whether it is anywhere here
 */

/**
 * @param {import("./bundle.js").Bundle} bundle an opened one
 * @param {import("./query.js").Query} query
 * @param {import("./text.js").Folding} folding
 * @param {string} newest the archive's newest day, ISO, from which age is counted
 * @returns {Promise<Match>}
 */
export async function match(bundle, query, folding, newest) {
  const find = (term) => findTerm(bundle, term, folding);
  const words = await Promise.all(
    query.all.map(async (terms) => (await Promise.all(terms.map(find))).reduce(union)),
  );
  const unwanted = await Promise.all(query.none.map(find));
  const every = Uint32Array.from({ length: bundle.articles }, (_, place) => place);
  let pages = words.length ? words.map((word) => word.pages).reduce(intersection) : every;
  for (const { pages: out } of unwanted) pages = difference(pages, out);
  return {
    pages,
    scores: scores(bundle, words, pages, newest),
    foundAlone: words.map((word) => word.pages.length > 0),
  };
}

/** @returns {Promise<import("./found.js").Found>} */
async function findTerm(bundle, term, folding) {
  if (term.field === "page") return wherever(pagesOfSheet(bundle, term.text));
  if (term.field === "byline" || term.field === "source") {
    await bundle.openFurtherFacets();
    const wanted = folding.fold(term.text);
    const members = [...bundle.facets.get(term.field)]
      .filter(([value]) => folding.fold(value).includes(wanted))
      .map(([, pages]) => wherever(pages));
    return members.reduce(union, NOWHERE);
  }
  const found = await findPhrase(bundle, term.pieces);
  return term.field === "title" ? before(found, bundle.titleEnds) : found;
}

/**
 * Where a phrase stands. A long one is in few bundles: what its first tokens rule out costs no
 * further files.
 * @returns {Promise<import("./found.js").Found>}
 */
async function findPhrase(bundle, pieces) {
  const fetched = (some) => Promise.all(some.map(({ token }) => bundle.postings(token)));
  const offsets = pieces.map(({ offset }) => offset);
  const start = alongside(await fetched(pieces.slice(0, AT_FIRST)), offsets.slice(0, AT_FIRST));
  const rest = pieces.slice(AT_FIRST);
  if (!rest.length || !start.pages.length) return start;
  return alongside([start, ...(await fetched(rest))], [offsets[0], ...offsets.slice(AT_FIRST)]);
}

/** The articles on a page of the paper: 3, 03 and A26 as one writes them. */
function pagesOfSheet(bundle, sheet) {
  const plain = (text) => text.trim().toUpperCase().replace(/^0+(?=.)/, "");
  const wanted = plain(sheet);
  const places = [];
  bundle.ids.forEach((id, place) => {
    if (plain(id.slice(11, id.lastIndexOf("-"))) === wanted) places.push(place);
  });
  return Uint32Array.from(places);
}
