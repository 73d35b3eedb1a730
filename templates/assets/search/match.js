// Finds a query's articles in one bundle, and scores them by where the hits lie.

import { NOWHERE } from "./bundle.js";

/**
 * Places (of articles, within the bundle) ascending, and where in each the hits start:
 * `hits.subarray(ends[i - 1] ?? 0, ends[i])`.
 * @typedef {{pages: Uint32Array, ends: Uint32Array, positions: Uint32Array}} Found
 */

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

/** @returns {Promise<Found>} */
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
  const found = alongside(postings, term.pieces);
  return term.field === "title" ? before(found, bundle.titleEnds) : found;
}

/** Articles without places of hits. */
function wherever(pages) {
  return { pages, ends: new Uint32Array(pages.length), positions: new Uint32Array() };
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

/**
 * Where all pieces stand, each at its offset from the first.
 * @returns {Found}
 */
function alongside(postings, pieces) {
  if (postings.length === 1) return postings[0];
  const pages = postings.map((one) => one.pages).reduce(intersection);
  const cursors = postings.map(() => 0);
  const kept = [];
  const ends = [];
  const positions = [];
  for (const page of pages) {
    const lists = postings.map((one, i) => {
      while (one.pages[cursors[i]] < page) cursors[i] += 1;
      return one.positions.subarray(one.ends[cursors[i] - 1] ?? 0, one.ends[cursors[i]]);
    });
    const places = lists.map(() => 0);
    for (const start of lists[0]) {
      const together = lists.every((list, i) => {
        const wanted = start + pieces[i].offset - pieces[0].offset;
        while (list[places[i]] < wanted) places[i] += 1;
        return list[places[i]] === wanted;
      });
      if (together) positions.push(start);
    }
    if (positions.length > (ends.at(-1) ?? 0)) {
      kept.push(page);
      ends.push(positions.length);
    }
  }
  return {
    pages: Uint32Array.from(kept),
    ends: Uint32Array.from(ends),
    positions: Uint32Array.from(positions),
  };
}

/** The hits that lie before the given end of each article. */
function before(found, limits) {
  const pages = [];
  const ends = [];
  const positions = [];
  found.pages.forEach((page, i) => {
    for (const hit of hitsOf(found, i)) if (hit < limits[page]) positions.push(hit);
    if (positions.length > (ends.at(-1) ?? 0)) {
      pages.push(page);
      ends.push(positions.length);
    }
  });
  return {
    pages: Uint32Array.from(pages),
    ends: Uint32Array.from(ends),
    positions: Uint32Array.from(positions),
  };
}

function hitsOf(found, i) {
  return found.positions.subarray(found.ends[i - 1] ?? 0, found.ends[i]);
}

/** Both together; the hits of an article that is in both are put in order. */
function union(a, b) {
  if (!a.pages.length) return b;
  if (!b.pages.length) return a;
  const pages = [];
  const ends = [];
  const positions = [];
  let i = 0;
  let j = 0;
  while (i < a.pages.length || j < b.pages.length) {
    const page = Math.min(a.pages[i] ?? Infinity, b.pages[j] ?? Infinity);
    const hits = [];
    if (a.pages[i] === page) hits.push(...hitsOf(a, i++));
    if (b.pages[j] === page) hits.push(...hitsOf(b, j++));
    positions.push(...hits.sort((one, other) => one - other));
    pages.push(page);
    ends.push(positions.length);
  }
  return {
    pages: Uint32Array.from(pages),
    ends: Uint32Array.from(ends),
    positions: Uint32Array.from(positions),
  };
}

export function intersection(a, b) {
  const both = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      both.push(a[i]);
      i += 1;
      j += 1;
    } else if (a[i] < b[j]) i += 1;
    else j += 1;
  }
  return Uint32Array.from(both);
}

function difference(a, b) {
  let j = 0;
  return a.filter((page) => {
    while (b[j] < page) j += 1;
    return b[j] !== page;
  });
}

/**
 * The weights of the score; nDCG@10 .909 on 70 judged queries over 7,972 articles, where BM25
 * over the same tokens had .886 and the date alone .504.
 */
const WEIGHTS = { title: 2, front: 0.5, lead: 0.5, near: 1, age: 0.4, length: 0.1 };
/** How far into the body the lead reaches, in tokens, that is, about characters. */
const LEAD = 80;
/** Several words are near each other when they all lie within so many tokens. */
const NEAR = 40;
/** The days after which the worth of being new has fallen to a third. */
const FADE = 200;
/** An article of so many tokens is neither short nor long. */
const USUAL_LENGTH = 400;

/** A score for each of the pages, from where the words' hits lie. */
function scores(bundle, words, pages, newest) {
  const result = new Float32Array(pages.length);
  if (!words.length) return result;
  const cursors = words.map(() => 0);
  const newestDay = Date.parse(newest);
  pages.forEach((page, i) => {
    const hits = words.map((word, w) => {
      while (word.pages[cursors[w]] < page) cursors[w] += 1;
      return hitsOf(word, cursors[w]);
    });
    const titleEnd = bundle.titleEnds[page];
    const bodyStart = bundle.bodyStarts[page];
    let title = 0;
    let front = 0;
    let lead = 0;
    let often = 0;
    for (const places of hits) {
      let inBody = 0;
      let first = Infinity;
      for (const place of places) {
        if (place >= bodyStart) {
          inBody += 1;
          if (place < first) first = place;
        }
      }
      if (places[0] < titleEnd) title += 1;
      if (places.some((place) => place >= titleEnd && place < bodyStart)) front += 1;
      if (first < bodyStart + LEAD) lead += 1;
      often += Math.log2(1 + inBody);
    }
    const age = (newestDay - Date.parse(bundle.ids[page].slice(0, 10))) / 86_400_000;
    result[i] =
      (WEIGHTS.title * title + WEIGHTS.front * front + WEIGHTS.lead * lead + often) / hits.length +
      WEIGHTS.near * (hits.length > 1 && span(hits) <= NEAR ? 1 : 0) +
      WEIGHTS.age * Math.exp(-age / FADE) -
      WEIGHTS.length * Math.log2(bundle.lengths[page] / USUAL_LENGTH);
  });
  return result;
}

/** How many tokens the closest places of all words span. */
function span(lists) {
  const places = lists.map(() => 0);
  let best = Infinity;
  for (;;) {
    let lowest = 0;
    let highest = -1;
    for (let i = 0; i < lists.length; i += 1) {
      const here = lists[i][places[i]];
      if (here === undefined) return best;
      if (here < lists[lowest][places[lowest]]) lowest = i;
      if (here > highest) highest = here;
    }
    best = Math.min(best, highest - lists[lowest][places[lowest]]);
    places[lowest] += 1;
  }
}
