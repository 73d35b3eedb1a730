// Sets of articles with the places of the hits in each, and how they are put together.

/**
 * Places (of articles, within the bundle) ascending, and where in each the hits start:
 * `positions.subarray(ends[i - 1] ?? 0, ends[i])`.
 * @typedef {{pages: Uint32Array, ends: Uint32Array, positions: Uint32Array}} Found
 */

/** Gathers hits, article by article. */
class Gathered {
  #pages = [];
  #ends = [];
  /** Where the hits of the next article are put. */
  positions = [];

  /** The hits put in since the last article are those of this one; without any it is left out. */
  close(page) {
    if (this.positions.length > (this.#ends.at(-1) ?? 0)) this.keep(page);
  }

  /** The same, and it is there without hits too. */
  keep(page) {
    this.#pages.push(page);
    this.#ends.push(this.positions.length);
  }

  /** @returns {Found} */
  get all() {
    return {
      pages: Uint32Array.from(this.#pages),
      ends: Uint32Array.from(this.#ends),
      positions: Uint32Array.from(this.positions),
    };
  }
}

/** The hits in the i-th of the articles found. */
export function hitsOf(found, i) {
  return found.positions.subarray(found.ends[i - 1] ?? 0, found.ends[i]);
}

/**
 * Articles without places of hits.
 * @returns {Found}
 */
export function wherever(pages) {
  return { pages, ends: new Uint32Array(pages.length), positions: new Uint32Array() };
}

/**
 * Where all tokens of a phrase stand, each at its offset from the first.
 * @param {Found[]} postings of each token
 * @param {number[]} offsets
 * @returns {Found}
 */
export function alongside(postings, offsets) {
  if (postings.length === 1) return postings[0];
  const gathered = new Gathered();
  const cursors = postings.map(() => 0);
  for (const page of postings.map((one) => one.pages).reduce(intersection)) {
    const lists = postings.map((one, i) => {
      while (one.pages[cursors[i]] < page) cursors[i] += 1;
      return hitsOf(one, cursors[i]);
    });
    const places = lists.map(() => 0);
    for (const start of lists[0]) {
      const together = lists.every((list, i) => {
        const wanted = start + offsets[i] - offsets[0];
        while (list[places[i]] < wanted) places[i] += 1;
        return list[places[i]] === wanted;
      });
      if (together) gathered.positions.push(start);
    }
    gathered.close(page);
  }
  return gathered.all;
}

/** The hits that lie before the given end of each article. */
export function before(found, limits) {
  const gathered = new Gathered();
  found.pages.forEach((page, i) => {
    for (const hit of hitsOf(found, i)) if (hit < limits[page]) gathered.positions.push(hit);
    gathered.close(page);
  });
  return gathered.all;
}

/** Both together; the hits of an article that is in both are put in order. */
export function union(a, b) {
  if (!a.pages.length) return b;
  if (!b.pages.length) return a;
  const gathered = new Gathered();
  let i = 0;
  let j = 0;
  while (i < a.pages.length || j < b.pages.length) {
    const page = Math.min(a.pages[i] ?? Infinity, b.pages[j] ?? Infinity);
    const hits = [];
    if (a.pages[i] === page) hits.push(...hitsOf(a, i++));
    if (b.pages[j] === page) hits.push(...hitsOf(b, j++));
    gathered.positions.push(...hits.sort((one, other) => one - other));
    gathered.keep(page);
  }
  return gathered.all;
}

/** The articles that are in both of two ascending lists. */
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

/** Those of the first list that are not in the second. */
export function difference(a, b) {
  let j = 0;
  return a.filter((page) => {
    while (b[j] < page) j += 1;
    return b[j] !== page;
  });
}
