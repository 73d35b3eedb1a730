// Finds a query's articles in one bundle.

import { alongside, before, difference, intersection, union, wherever } from "./found.js";
import { NOWHERE } from "./postings.js";
import { havePlaces } from "./query.js";
import { worths } from "./score.js";

/** How many tokens of a phrase are looked up at once. */
const AT_FIRST = 2;

/**
 * What a query finds in a bundle.
 * @typedef {object} Match
 * @property {Uint32Array} pages the articles, ascending, that is, the newest day first
 * @property {import("./score.js").Worths} worth what their scores are made of
 * @property {number[]} counts for each word that is asked for, how many articles hold it
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
    query.all.map(async (terms) => (await Promise.all(terms.map(find))).reduce(either)),
  );
  const unwanted = await Promise.all(query.none.map(find));
  const every = Uint32Array.from({ length: bundle.articles }, (_, place) => place);
  let pages = words.length ? words.map(({ found }) => found.pages).reduce(intersection) : every;
  for (const { found } of unwanted) pages = difference(pages, found.pages);
  return {
    pages,
    worth: worths(bundle, words.filter((_, w) => havePlaces(query.all[w])), pages, newest),
    counts: words.map(({ found }) => found.pages.length),
  };
}

/** Either of two words. */
function either(a, b) {
  return inOnePiece(union(a.found, b.found));
}

/** @returns {import("./score.js").Word} */
function inOnePiece(found) {
  return { found, pieces: [] };
}

/** @returns {Promise<import("./score.js").Word>} */
async function findTerm(bundle, term, folding) {
  if (term.field === "page") return inOnePiece(wherever(pagesOfSheet(bundle, term.text)));
  if (term.field === "byline" || term.field === "source") {
    await bundle.openFurtherFacets();
    const wanted = folding.fold(term.text);
    const members = [...bundle.facets.get(term.field)]
      .filter(([value]) => folding.fold(value).includes(wanted))
      .map(([, pages]) => wherever(pages));
    return inOnePiece(members.reduce(union, NOWHERE));
  }
  const word = await findPhrase(bundle, term.pieces);
  if (term.field !== "title") return word;
  return inOnePiece(before(word.found, bundle.titleEnds));
}

/**
 * Where a phrase stands. A long one is in few bundles: what its first tokens rule out costs no
 * further files.
 * @returns {Promise<import("./score.js").Word>}
 */
async function findPhrase(bundle, pieces) {
  const fetched = (some) => Promise.all(some.map(({ token }) => bundle.postings(token)));
  const offsets = pieces.map(({ offset }) => offset);
  const first = await fetched(pieces.slice(0, AT_FIRST));
  const start = alongside(first, offsets.slice(0, AT_FIRST));
  const rest = pieces.slice(AT_FIRST);
  if (pieces.length === 1) return inOnePiece(start);
  if (!rest.length || !start.pages.length) return { found: start, pieces: first };
  const others = await fetched(rest);
  const found = alongside([start, ...others], [offsets[0], ...offsets.slice(AT_FIRST)]);
  return { found, pieces: [...first, ...others] };
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
