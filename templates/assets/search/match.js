// Finds a query's articles in one bundle.

import { NOWHERE } from "./bundle.js";
import { alongside, before, difference, intersection, union, wherever } from "./found.js";
import { scores } from "./score.js";

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
  const postings = await Promise.all(term.pieces.map(({ token }) => bundle.postings(token)));
  const found = alongside(
    postings,
    term.pieces.map(({ offset }) => offset),
  );
  return term.field === "title" ? before(found, bundle.titleEnds) : found;
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
