// Reads one bundle: its catalog (jianbao/search/catalog.py) and Pagefind's index files.
//
// The files are read here and not by Pagefind's own script, because that script (1.5.2) gives
// only the first place of a phrase in an article, which leaves nothing to rank by; takes a time
// that grows with the square of the hits for common words; and counts facets for one word only.
// Reading them takes two hundred lines and no WebAssembly.

import { load, loadJson } from "./load.js";

const SIGNATURE = "pagefind_dcd".length;
const KEPT_FILES = 200;

/**
 * Where a token stands: `pages` ascending, and the positions in page i are
 * `positions.subarray(ends[i - 1] ?? 0, ends[i])`.
 * @typedef {{pages: Uint32Array, ends: Uint32Array, positions: Uint32Array}} Postings
 */

/** @type {Postings} */
export const NOWHERE = {
  pages: new Uint32Array(),
  ends: new Uint32Array(),
  positions: new Uint32Array(),
};

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

  #read({ ids, titleEnds, fronts, lengths, firsts, files, facets }) {
    /** @type {string[]} the ids of the articles, the newest day first */
    this.ids = ids.flatMap(([date, rests]) => rests.map((rest) => `${date}-${rest}`));
    /** Where each title ends, in tokens. */
    this.titleEnds = Uint16Array.from(titleEnds);
    /** Where each body starts. */
    this.bodyStarts = Uint32Array.from(fronts, (front, i) => front + titleEnds[i]);
    /** How many tokens each article has. */
    this.lengths = Uint32Array.from(lengths);
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
   * @returns {Promise<Postings>}
   */
  async postings(token) {
    const place = lastNotGreater(this.firsts, token);
    if (place < 0) return NOWHERE;
    return readToken(await this.#file(this.fileNames[place]), token);
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

/**
 * The postings of one word of an index file. The file is CBOR:
 * [[[word, [[step to the page, [steps to the positions], […]], …], […]], …]], where a negative
 * number among the positions is a weight and the next one counts from 0 again.
 */
export function readToken(bytes, token) {
  const wanted = new TextEncoder().encode(token);
  let at = SIGNATURE;

  // The value of the item's head: a number, or the length of a text or array. Negative numbers
  // come as −1 − value, as CBOR writes them.
  function head() {
    const first = bytes[at];
    at += 1;
    let value = first & 31;
    if (value > 23) {
      let size = 1 << (value - 24);
      for (value = 0; size > 0; size -= 1) {
        value = value * 256 + bytes[at];
        at += 1;
      }
    }
    return first >> 5 === 1 ? -1 - value : value;
  }

  function skipPages() {
    for (let pages = head(); pages > 0; pages -= 1) {
      head();
      head();
      for (let lists = 2; lists > 0; lists -= 1) {
        for (let numbers = head(); numbers > 0; numbers -= 1) head();
      }
    }
  }

  function isWanted(length) {
    if (length !== wanted.length) return false;
    for (let i = 0; i < length; i += 1) if (bytes[at + i] !== wanted[i]) return false;
    return true;
  }

  function readPages() {
    const count = head();
    const pages = new Uint32Array(count);
    const ends = new Uint32Array(count);
    const positions = [];
    let page = 0;
    for (let i = 0; i < count; i += 1) {
      head();
      page += head();
      pages[i] = page;
      let position = 0;
      for (let numbers = head(); numbers > 0; numbers -= 1) {
        const step = head();
        if (step < 0) position = 0;
        else positions.push((position += step));
      }
      for (let numbers = head(); numbers > 0; numbers -= 1) head();
      ends[i] = positions.length;
    }
    return { pages, ends, positions: Uint32Array.from(positions) };
  }

  head();
  for (let words = head(); words > 0; words -= 1) {
    head();
    const length = head();
    const here = isWanted(length);
    at += length;
    if (here) return readPages();
    skipPages();
    for (let variants = head(); variants > 0; variants -= 1) {
      head();
      const form = head();
      at += form;
      skipPages();
    }
  }
  return NOWHERE;
}
