// Marks on an article's page what was searched for: `…/03-02.html?hl=协商&hl=充电桩`. The link of a
// hit says so (excerpt.js), and assets/site.js fetches this only then. All hits are marked, in
// whatever form they were printed. The browser itself scrolls to the first by the link's text
// fragment; where it cannot, this does.

import { marks } from "./marks.js";
import { Folding, pattern } from "./text.js";

const BUNDLES = new URL("../../pagefind/bundles.json", import.meta.url);
/** What the search looks through: not the day and the page, the tags and the citation. */
const PRINTED =
  ".story > header > :not(.byline), .byline > span:first-child, .story > .body, .story > .photo";
/** Text of one of these is read as one. */
const BLOCKS = "p, h1, h2, h3, h4, li, blockquote, figcaption, td, th, dt, dd";

/** How characters fold; without the table of variants when it cannot be had. */
async function folding() {
  const listed = await fetch(BUNDLES).then((answer) => answer.json(), () => ({}));
  return new Folding(listed.variants ?? "");
}

/** The texts of a part of the page, block by block: each a row of text nodes. */
function blocks(part) {
  const found = new Map();
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const block = walker.currentNode.parentElement.closest(BLOCKS);
    if (block) found.set(block, [...(found.get(block) ?? []), walker.currentNode]);
  }
  return [...found.values()];
}

/** Mark one block's hits; a hit may run over several nodes, as in 有事<em>好</em>商量. */
function markBlock(nodes, patterns, folds) {
  const text = nodes.map((node) => node.data).join("");
  const hits = marks(text, patterns, folds);
  let start = 0;
  for (const node of nodes) {
    const end = start + node.length;
    let rest = node;
    let at = start;
    for (const hit of hits) {
      const from = Math.max(hit.start, start);
      const to = Math.min(hit.end, end);
      if (from >= to) continue;
      const marked = rest.splitText(from - at);
      rest = marked.splitText(to - from);
      at = to;
      const mark = document.createElement("mark");
      marked.replaceWith(mark);
      mark.append(marked);
    }
    start = end;
  }
}

/** Scroll to the first mark of the body, unless one is in sight or the reader is on the way. */
function land() {
  const all = [...document.querySelectorAll(".story mark")];
  const isInSight = (mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  };
  if (scrollY > 0 || !all.length || all.some(isInSight)) return;
  all[0].scrollIntoView({ block: "center" });
}

const words = new URLSearchParams(location.search).getAll("hl");
const folds = await folding();
const patterns = words.map((word) => pattern(folds.fold(word))).filter(Boolean);
for (const part of document.querySelectorAll(PRINTED)) {
  for (const nodes of blocks(part)) markBlock(nodes, patterns, folds);
}
land();
