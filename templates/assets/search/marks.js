// Where the hits lie in a text as printed, found in its folded form.

/**
 * A hit in a text.
 * @typedef {{start: number, end: number, term: number}} Mark
 */

/**
 * All hits in a text, in order, none inside another.
 *
 * @param {string} text as printed
 * @param {RegExp[]} found a pattern for each term, in folded text
 * @param {import("./text.js").Folding} folding
 * @returns {Mark[]}
 */
export function marks(text, found, folding) {
  const { folded, origins } = folding.trace(text);
  const all = found.flatMap((one, term) =>
    Array.from(folded.matchAll(one), ({ 0: match, index }) => ({
      start: origins[index],
      end: origins[index + match.length],
      term,
    })),
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}
