// Scores the articles that a query found, by where the hits lie: all that it needs is in the index
// and the catalog, and no article is fetched for it.

import { hitsOf } from "./found.js";

/**
 * The weights of the score. They were chosen on 70 judged queries over 7,972 articles (nDCG@10 .909,
 * where BM25 over the same tokens had .886 and the date alone .504), but for the one of the length:
 * see bench/search_ranking.py and docs/search.md for how it does on 48 queries over another 11,206.
 */
const WEIGHTS = { title: 2, front: 0.5, lead: 0.5, near: 1, age: 0.4, length: 0.2 };
/** How far into the body the lead reaches, in tokens, that is, about characters. */
const LEAD = 80;
/** Several words are near each other when they all lie within so many tokens. */
const NEAR = 40;
/** The days after which the worth of being new has fallen to a third. */
const FADE = 200;
/** An article of so many tokens is neither short nor long. */
const USUAL_LENGTH = 400;

/**
 * A score for each of the pages, from where the words' hits lie.
 *
 * @param {import("./bundle.js").Bundle} bundle
 * @param {import("./found.js").Found[]} words where each word that is asked for stands
 * @param {Uint32Array} pages ascending, all of them in each of the words
 * @param {string} newest the archive's newest day, ISO, from which age is counted
 * @returns {Float32Array}
 */
export function scores(bundle, words, pages, newest) {
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
