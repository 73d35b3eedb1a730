// Scores the articles that a query found, by where the hits lie: all that it needs is in the index
// and the catalog, and no article is fetched for it.
//
// What a word is worth in an article is known in its bundle; what share the word has in the whole
// depends on how rare it is in the archive, so the two are put together when bundles have answered.

import { hitsOf } from "./found.js";

/**
 * The weights of the score. They were chosen on 56 judged queries over 11,206 articles, where they
 * reach nDCG@10 .954 and half or twice any one of them costs at most .013. That of the title is the
 * largest of those that do equally well, because readers look for titles first; that of kicker and
 * subtitle, which those articles have not, was put between title and lead.
 * bench/search_ranking.py measures them, docs/search.md tells how they do on queries kept aside.
 */
const WEIGHTS = { title: 2, front: 1, lead: 0.5, near: 0.5, age: 0.3, length: 0.3 };
/**
 * How much of title and frequency is counted over the pieces of a word and not over the word: an
 * article that says 成都大运会 once and then 大运会 only is about it all the same. Of pairs of articles
 * that were judged unlike it put .963 right where words alone put .949 (queries of the first round),
 * and brought nDCG@10 from .951 to .954.
 */
const PIECES = 0.5;
/** So many tokens, that is, about characters, into the body, a first hit is worth a third of what
 * one at its start is. */
const LEAD = 60;
/** Several words are near each other when they all lie within so many tokens. */
const NEAR = 20;
/** The days after which the worth of being new has fallen to a third. */
const FADE = 200;
/** An article of so many tokens is neither short nor long. */
const USUAL_LENGTH = 400;

/**
 * Where a word that is asked for stands, and where its pieces do: 成都, 大运 and 运会 for 成都大运会.
 * Without pieces when it is one itself.
 * @typedef {{found: import("./found.js").Found, pieces: import("./found.js").Found[]}} Word
 */

/**
 * What the scores of some articles are made of, one value for each: `words` what each word is worth
 * in it, `rest` what counts besides.
 * @typedef {{words: Float32Array[], rest: Float32Array}} Worths
 */

/**
 * What each of the pages is worth, from where the words' hits lie.
 *
 * @param {import("./bundle.js").Bundle} bundle
 * @param {Word[]} words
 * @param {Uint32Array} pages ascending, all of them in each of the words
 * @param {string} newest the archive's newest day, ISO, from which age is counted
 * @returns {Worths}
 */
export function worths(bundle, words, pages, newest) {
  const newestDay = Date.parse(newest);
  const hits = words.map(({ found }) => reader(found));
  return {
    words: words.map((word) => worthOfWord(bundle, word, pages)),
    rest: Float32Array.from(pages, (page) => {
      if (!words.length) return 0; // as who asks for 作者:张玉香 and no more: the newest first
      const age = (newestDay - Date.parse(bundle.ids[page].slice(0, 10))) / 86_400_000;
      const near = hits.length > 1 && span(hits.map((read) => read(page))) <= NEAR;
      return (
        (near ? WEIGHTS.near : 0) +
        WEIGHTS.age * Math.exp(-age / FADE) -
        WEIGHTS.length * Math.log2(bundle.lengths[page] / USUAL_LENGTH)
      );
    }),
  };
}

/**
 * The share that each word has in the score: who asks for 退役军人 就业 means the rarer word more.
 *
 * @param {number[]} counts how many articles hold each word
 * @param {number} articles how many there are
 */
export function shares(counts, articles) {
  const rarities = counts.map((count) => Math.log(1 + articles / Math.max(1, count)));
  const sum = rarities.reduce((a, b) => a + b, 0);
  return rarities.map((rarity) => rarity / sum);
}

/**
 * @param {Worths} worth
 * @param {number[]} share of each word
 * @returns {Float32Array}
 */
export function scores(worth, share) {
  return worth.rest.map((rest, i) =>
    worth.words.reduce((sum, word, w) => sum + share[w] * word[i], rest),
  );
}

/** What a word is worth in each of the pages: in title, front matter and lead, and how often. */
function worthOfWord(bundle, { found, pieces }, pages) {
  const read = reader(found);
  const readPieces = pieces.map(reader);
  return Float32Array.from(pages, (page) => {
    const titleEnd = bundle.titleEnds[page];
    const bodyStart = bundle.bodyStarts[page];
    const hits = read(page);
    const inBody = firstFrom(hits, bodyStart);
    let title = hits[0] < titleEnd ? 1 : 0;
    let often = Math.log2(1 + hits.length - inBody);
    const front = firstFrom(hits, titleEnd) < inBody ? 1 : 0;
    const lead = inBody < hits.length ? Math.exp((bodyStart - hits[inBody]) / LEAD) : 0;
    if (readPieces.length) {
      let titles = 0;
      let oftens = 0;
      for (const readPiece of readPieces) {
        const places = readPiece(page);
        if (places[0] < titleEnd) titles += 1;
        oftens += Math.log2(1 + places.length - firstFrom(places, bodyStart));
      }
      title += PIECES * (titles / pieces.length - title);
      often += PIECES * (oftens / pieces.length - often);
    }
    return WEIGHTS.title * title + WEIGHTS.front * front + WEIGHTS.lead * lead + often;
  });
}

/** Gives the hits in each of the pages that it is asked for, one after the other, ascending. */
function reader(found) {
  let at = 0;
  return (page) => {
    while (found.pages[at] < page) at += 1;
    return hitsOf(found, at);
  };
}

/** The place in the list of the first hit that is not before the limit. */
function firstFrom(hits, limit) {
  let at = 0;
  while (at < hits.length && hits[at] < limit) at += 1;
  return at;
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
