// The search: `open()`, then `search(query, options)`.
//
// The archive is a few bundles (jianbao/search/bundles.py), asked at the same time, the newest
// first; their answers are put together here. Nothing but the folder `pagefind/` beside this
// one is fetched, and the folder may lie at any address.

import { Bundle } from "./search/bundle.js";
import { inOrder } from "./search/days.js";
import { FACETS, FURTHER_FACETS, addCounts, narrow } from "./search/facets.js";
import { LoadError } from "./search/load.js";
import { match } from "./search/match.js";
import { havePlaces, parse } from "./search/query.js";
import { scores, shares } from "./search/score.js";
import { Folding } from "./search/text.js";

export { markedTerms } from "./search/query.js";
export { Folding, cover, pattern, phrase } from "./search/text.js";

const BASE = new URL("../pagefind/", import.meta.url);
const FORMAT = 2;

/**
 * @typedef {object} Options
 * @property {string|string[]} [region] paths, `宁夏回族自治区/银川市`, or the end of one
 * @property {string|string[]} [theme]
 * @property {string|string[]} [year]
 * @property {string|string[]} [month] `2023-02`
 * @property {string|string[]} [byline]
 * @property {string|string[]} [source]
 * @property {string|string[]} [column]
 * @property {string|string[]} [kind]
 * @property {string} [from] ISO, the first day
 * @property {string} [to] ISO, the last day
 * @property {"relevance"|"newest"|"oldest"} [sort]
 * @property {boolean} [furtherFacets] whether byline, source, column and kind are counted too
 * @property {(answer: Answer) => void} [onPart] called with what is known so far, each time that
 *   one more bundle has answered, except the last
 */

/**
 * @typedef {object} Answer
 * @property {number} total
 * @property {string[]} ids of the articles, best first
 * @property {Object<string, Object<string, number>>} facets facet → value → count
 * @property {import("./search/query.js").Query} query what was understood
 * @property {string[]} missingWords words that no article holds, each asked alone
 * @property {{first: string, last: string}[]} missing the days that could not be searched
 * @property {boolean} complete whether all bundles have answered
 * @property {number} articles how many there are to be searched
 * @property {() => string[]} issues the days of all issues, as far as is known, oldest first
 */

let archive;

/** Fetch what every search needs. Called again after a failure, it tries again. */
export function open() {
  archive ??= openArchive().catch((error) => {
    archive = undefined;
    throw error;
  });
  return archive.then(() => undefined);
}

async function openArchive() {
  let manifest;
  try {
    // Asked for anew each time: all other addresses change with what they hold, this one stays.
    const response = await fetch(new URL("bundles.json", BASE), { cache: "no-cache" });
    if (!response.ok) throw new LoadError(response.url, response.status);
    manifest = await response.json();
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError("bundles.json", 0);
  }
  if (manifest.format !== FORMAT) throw new LoadError("bundles.json: unknown format", 0);
  const bundles = manifest.bundles.map((listed) => new Bundle(BASE, listed));
  for (const bundle of bundles) bundle.open().catch(() => {});
  return { bundles, folding: new Folding(manifest.variants) };
}

/** Forget the list of bundles, so that the next search fetches it again. */
export function reopen() {
  archive = undefined;
  return open();
}

/** How characters fold; for marking hits. */
export async function folding() {
  await open();
  return (await archive).folding;
}

/** What a hit shows of an article. */
export async function read(id) {
  await open();
  const date = id.slice(0, 10);
  const { bundles } = await archive;
  const home = bundles.find((bundle) => bundle.first <= date && date <= bundle.last);
  if (!home) throw new LoadError(id, 404);
  return home.text(id);
}

/**
 * Search the archive.
 *
 * @param {string} typed see search/query.js for what it may hold
 * @param {Options} [options]
 * @returns {Promise<Answer>}
 */
export async function search(typed, options = {}) {
  await open();
  const { bundles, folding: folds } = await archive;
  const query = parse(typed ?? "", folds);
  const selection = selected(options);
  const [from, to] = inOrder(options.from ?? "", options.to ?? "");
  const days = { from, to };
  const articles = bundles.reduce((sum, bundle) => sum + bundle.articles, 0);
  if (query.empty && (query.tooShort.length || (!selection.size && !days.from && !days.to))) {
    return {
      ...assemble([], query, options),
      ...{ query, missing: [], complete: true, articles, issues: () => [] },
    };
  }
  const further = options.furtherFacets || FURTHER_FACETS.some((facet) => selection.has(facet));
  const newest = bundles[0]?.last ?? "";
  const answers = bundles.map(() => undefined);
  const missing = [];
  let outstanding = bundles.length;
  const known = () => ({
    ...assemble(answers.filter(Boolean), query, options),
    query,
    missing: [...missing].sort((a, b) => (a.first < b.first ? -1 : 1)),
    complete: outstanding === 0,
    articles,
    issues: () => {
      const ids = bundles.flatMap((bundle) => bundle.ids ?? []);
      return [...new Set(ids.map((id) => id.slice(0, 10)))].sort();
    },
  });
  await Promise.all(
    bundles.map(async (bundle, i) => {
      try {
        await bundle.open();
        const [found] = await Promise.all([
          match(bundle, query, folds, newest),
          further ? bundle.openFurtherFacets() : undefined,
        ]);
        answers[i] = { bundle, found, ...narrow(bundle, found.pages, selection, days) };
      } catch (error) {
        if (!(error instanceof LoadError)) throw error;
        missing.push({ first: bundle.first, last: bundle.last });
      }
      outstanding -= 1;
      if (outstanding && options.onPart) options.onPart(known());
    }),
  );
  return known();
}

/** @returns {import("./search/facets.js").Selection} */
function selected(options) {
  const selection = new Map();
  for (const facet of [...FACETS, ...FURTHER_FACETS]) {
    const values = [options[facet] ?? []].flat().map(String).filter(Boolean);
    if (values.length) selection.set(facet, values);
  }
  return selection;
}

/** The answers of several bundles, newest first, as one. */
function assemble(answers, query, { sort = "relevance" }) {
  const counts = answers.map((answer) => answer.counts).reduce(addCounts, new Map());
  const holding = query.all.map((_, w) =>
    answers.reduce((sum, { found }) => sum + found.counts[w], 0),
  );
  const byAge = sort === "oldest" ? sort : "newest";
  const placed = holding.filter((_, w) => havePlaces(query.all[w]));
  const ids = ordered(answers, placed, query.all.length ? sort : byAge);
  return {
    total: ids.length,
    ids,
    facets: Object.fromEntries(
      [...counts].map(([facet, values]) => [facet, Object.fromEntries(values)]),
    ),
    missingWords: query.all
      .filter((_, w) => answers.length && !holding[w])
      .map((terms) => terms[0].text),
  };
}

/** The ids of all that was found, given how many articles hold each word that has places. */
function ordered(answers, holding, sort) {
  const ids = answers.flatMap(({ bundle, pages }) => Array.from(pages, (page) => bundle.ids[page]));
  if (sort === "newest") return ids;
  if (sort === "oldest") return ids.sort();
  // Sorted as numbers, which takes a tenth of the time: the score in steps of a thousandth, then
  // the place, which is the order of the days.
  const scale = 2 ** 20;
  const keys = new Float64Array(ids.length);
  const articles = answers.reduce((sum, { bundle }) => sum + bundle.articles, 0);
  const share = shares(holding, articles);
  let place = 0;
  for (const { found, pages } of answers) {
    const score = scores(found.worth, share);
    let at = 0;
    for (const page of pages) {
      while (found.pages[at] !== page) at += 1;
      keys[place] = -Math.round(score[at] * 1000) * scale + place;
      place += 1;
    }
  }
  return Array.from(keys.sort(), (key) => ids[((key % scale) + scale) % scale]);
}
