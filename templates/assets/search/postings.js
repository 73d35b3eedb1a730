// Reads where a token stands from an index file, as Pagefind 1.5.2 writes them.

const SIGNATURE = "pagefind_dcd".length;

/**
 * Where a token stands: `pages` of Pagefind's ascending, and the positions in page i are
 * `positions.subarray(ends[i - 1] ?? 0, ends[i])`.
 * @typedef {{pages: Uint32Array, ends: Uint32Array, positions: Uint32Array}} Postings
 */

/** @type {Postings} */
export const NOWHERE = {
  pages: new Uint32Array(),
  ends: new Uint32Array(),
  positions: new Uint32Array(),
};

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
