// Shows a hit in its place: which passage to show, how a link finds it in the article.

import { pattern } from "../search.js";

/** How many characters a passage has, about two lines. */
const PASSAGE = 90;
/** How far back a passage may reach for the start of its sentence. */
const BACK = 30;
const SENTENCE_END = /[。！？；\n]/u;
const CLAUSE_END = /[\p{P}\p{S}\s]/u;

/** Patterns that find the terms of a query. */
export function patterns(terms, folding) {
  return terms.map((term) => pattern(folding.fold(term.text))).filter(Boolean);
}

/**
 * The passage that says most about the query: with most of its words, then most hits, then the
 * first. Of a text without hits, its start.
 *
 * @returns {{text: string, marks: import("./marks.js").Mark[], before: boolean, after: boolean}} `before` and `after`
 *   say whether something was cut off there
 */
export function passage(text, hits) {
  let best = { start: 0, words: 0, count: 0 };
  hits.forEach((hit, i) => {
    const within = hits.slice(i).filter((other) => other.end <= hit.start + PASSAGE);
    const words = new Set(within.map((other) => other.term)).size;
    if (words > best.words || (words === best.words && within.length > best.count)) {
      best = { start: hit.start, words, count: within.length };
    }
  });
  const start = best.words ? beginning(text, best.start) : 0;
  const lines = text.slice(start, start + PASSAGE + BACK);
  const cut = lines.length > PASSAGE ? lines.slice(0, PASSAGE) : lines;
  const end = start + cut.length;
  return {
    text: cut,
    marks: hits
      .filter((hit) => hit.start >= start && hit.start < end)
      .map((hit) => ({ ...hit, start: hit.start - start, end: Math.min(hit.end, end) - start })),
    before: start > 0 && !SENTENCE_END.test(text[start - 1]),
    after: end < text.length,
  };
}

/** Where the sentence of this place starts, or some characters before it. */
function beginning(text, place) {
  for (let at = place; at > Math.max(0, place - BACK); at -= 1) {
    if (SENTENCE_END.test(text[at - 1])) return at;
  }
  return place <= BACK ? 0 : place - BACK / 2;
}

/** What to put behind an article's address so that mark.js marks all hits of the terms. */
export function markQuery(terms) {
  const words = terms.map(({ text }) => ["hl", text]);
  return words.length ? `?${new URLSearchParams(words)}` : "";
}

/**
 * What to put behind that so that the browser scrolls to the first hit of each
 * word and highlights it; empty without hits.
 *
 * Browsers look for whole words, and a hit may be a part of what they take for one; so the rest
 * of its clause is said before and after it.
 */
export function textFragment(text, hits) {
  const first = [...new Map([...hits].reverse().map((hit) => [hit.term, hit])).values()];
  const directives = first
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      let from = start;
      while (from > 0 && !CLAUSE_END.test(text[from - 1])) from -= 1;
      let to = end;
      while (to < text.length && !CLAUSE_END.test(text[to])) to += 1;
      const before = from < start ? `${encoded(text.slice(from, start))}-,` : "";
      const after = end < to ? `,-${encoded(text.slice(end, to))}` : "";
      return `text=${before}${encoded(text.slice(start, end))}${after}`;
    });
  return directives.length ? `#:~:${directives.join("&")}` : "";
}

/** A hyphen would be read as a sign of the directive. */
function encoded(text) {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}

/** The text as nodes, the marks as elements. */
export function markedNodes(text, found) {
  const nodes = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(mark);
    at = end;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}
