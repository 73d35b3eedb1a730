// Reads one bundle: its catalog (jianbao/search/catalog.py) and Pagefind's index files, of which
// postings.js knows the form.
//
// The files are read here and not by Pagefind's own script, because that script (1.5.2) gives
// only the first place of a phrase in an article, which leaves nothing to rank by; takes a time
// that grows with the square of the hits for common words; and counts facets for one word only.
// Reading them takes two hundred lines and no WebAssembly.

import { load, loadJson } from "./load.js";
import { NOWHERE, readToken } from "./postings.js";

const KEPT_FILES = 200;

/** One bundle. `open` must have been awaited before anything but the manifest's facts is read. */
export class Bundle {
  #files = new Map();
  #opened;
  #further;

  /**
   * @param {URL} base the folder of all bundles
   * @param {{name: string, first: string, last: string, articles: number}} listed
   */
  constructor(base, listed) {
    this.url = new URL(`${listed.name}/`, base);
    this.first = listed.first;
    this.last = listed.last;
    this.articles = listed.articles;
  }

  /** Fetch the catalog; a failure is forgotten, so that the next call tries again. */
  open() {
    this.#opened ??= loadJson(new URL("catalog.gz", this.url)).then(
      (catalog) => this.#read(catalog),
      (error) => {
        this.#opened = undefined;
        throw error;
      },
    );
    return this.#opened;
  }

  #read({ ids, titleEnds, fronts, lengths, together, firsts, files, facets }) {
    /** @type {string[]} the ids of the articles, the newest day first */
    this.ids = ids.flatMap(([date, rests]) => rests.map((rest) => `${date}-${rest}`));
    /** Where each title ends, in tokens. */
    this.titleEnds = Uint16Array.from(titleEnds);
    /** Where each body starts. */
    this.bodyStarts = Uint32Array.from(fronts, (front, i) => front + titleEnds[i]);
    /** How many tokens each article has. */
    this.lengths = Uint32Array.from(lengths);
    /** Where each article starts among the tokens of all, and where the last one ends. */
    this.starts = new Uint32Array(lengths.length + 1);
    lengths.forEach((length, i) => (this.starts[i + 1] = this.starts[i] + length));
    /** How many articles are one page to Pagefind. */
    this.together = together;
    /** Of each facet, its values and who has them: Map of value to ascending places. */
    this.facets = new Map();
    this.#addFacets(facets);
    const months = this.ids.map((id) => id.slice(0, 7));
    this.facets.set("year", grouped(months.map((month) => month.slice(0, 4))));
    this.facets.set("month", grouped(months));
    this.firsts = firsts;
    this.fileNames = files;
  }

  #addFacets(facets) {
    for (const [name, values] of Object.entries(facets)) {
      const members = new Map();
      for (const [value, steps] of Object.entries(values)) {
        let place = 0;
        members.set(value, Uint32Array.from(steps, (step) => (place += step)));
      }
      this.facets.set(name, members);
    }
  }

  /** Fetch the facets that are not in the catalog: byline, source, column, kind. */
  openFurtherFacets() {
    this.#further ??= loadJson(new URL("facets.gz", this.url)).then(
      (facets) => this.#addFacets(facets),
      (error) => {
        this.#further = undefined;
        throw error;
      },
    );
    return this.#further;
  }

  /** What a hit shows of an article. */
  async text(id) {
    return loadJson(new URL(`text/${id}.json`, this.url));
  }

  /**
   * Where a token stands.
   * @returns {Promise<import("./found.js").Found>}
   */
  async postings(token) {
    const place = lastNotGreater(this.firsts, token);
    if (place < 0) return NOWHERE;
    return this.#byArticle(readToken(await this.#file(this.fileNames[place]), token));
  }

  /**
   * What stands in Pagefind's pages, as it stands in the articles that each of them holds.
   * @param {import("./postings.js").Postings} joined
   * @returns {import("./found.js").Found}
   */
  #byArticle(joined) {
    const { starts } = this;
    const pages = [];
    const ends = [];
    const positions = new Uint32Array(joined.positions.length);
    let article = -1;
    let at = 0;
    joined.pages.forEach((page, i) => {
      const base = starts[page * this.together];
      for (; at < joined.ends[i]; at += 1) {
        const place = base + joined.positions[at];
        if (article < 0 || place >= starts[article + 1]) {
          if (article >= 0) ends.push(at);
          article = lastNotAfter(starts, place, article + 1);
          pages.push(article);
        }
        positions[at] = place - starts[article];
      }
    });
    if (article >= 0) ends.push(at);
    return { pages: Uint32Array.from(pages), ends: Uint32Array.from(ends), positions };
  }

  #file(name) {
    let file = this.#files.get(name);
    if (!file) {
      file = load(new URL(`index/${name}.pf_index`, this.url));
      file.catch(() => this.#files.delete(name));
      if (this.#files.size >= KEPT_FILES) {
        this.#files.delete(this.#files.keys().next().value);
      }
      this.#files.set(name, file);
    }
    return file;
  }
}

/** Map of value to the ascending places that hold it. */
function grouped(values) {
  const places = new Map();
  values.forEach((value, place) => {
    if (!places.has(value)) places.set(value, []);
    places.get(value).push(place);
  });
  return new Map([...places].map(([value, list]) => [value, Uint32Array.from(list)]));
}

/** The place of the last number that is not above the limit, from `low` on, in rising numbers. */
function lastNotAfter(numbers, limit, low) {
  let high = low + 1;
  while (high < numbers.length && numbers[high] <= limit) high += high - low;
  high = Math.min(high, numbers.length);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/** The place of the last word that is not greater; −1 when all are. Pagefind sorts by code point. */
function lastNotGreater(words, token) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inCodePointOrder(words[middle], token)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inCodePointOrder(a, b) {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    if (left[i] !== right[i]) return left[i].codePointAt(0) < right[i].codePointAt(0);
  }
  return left.length <= right.length;
}
