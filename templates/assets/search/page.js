// The search page: from its address to a search, from the answer to what it shows.

import { folding, open, reopen, search } from "../search.js";
import { address, choosing, isNarrowed, stateOf } from "./address.js";
import { chips } from "./chips.js";
import { Hits } from "./hits.js";
import { failureNotes, notes, onlyTooShort } from "./notes.js";
import { Sidebar } from "./sidebar.js";
import { counted, filled, thousands } from "./words.js";

/** How long to wait for the next key before searching, in milliseconds. */
const PAUSE = 120;
/** A search that takes longer than this says that it is at work. */
const PATIENCE = 300;

const root = document.querySelector("[data-root]").dataset.root;
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const form = part("form");
const box = form.elements.q;
const total = document.querySelector("[data-total]");
const pageTitle = document.title;
const pageHeading = part("heading").textContent;

const hits = new Hits(part("hits"), part("more"), root);
const sidebar = new Sidebar(
  part("facets"),
  (facet, values) => go("push", choosing(state, facet, values)),
  () => run(),
);

let state = stateOf(location.search);
/** Counts the searches; only the last one may show anything. */
let latest = 0;
let timer;

/** Search for a state, and write it into the address. */
function go(how, wanted) {
  state = { ...wanted, unread: [] };
  const to = address(state);
  if (how === "push" && to !== location.search) history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  run();
}

async function run() {
  clearTimeout(timer);
  latest += 1;
  const mine = latest;
  const isCurrent = () => mine === latest;
  const asked = state;
  show(asked);
  // What a part of the bundles has found is shown when the others keep us waiting: shown at once,
  // it would be fetched and thrown away with almost every search.
  let onPart = (part) => (held = part);
  let held;
  const busy = setTimeout(() => {
    if (!isCurrent()) return;
    setBusy(true);
    onPart = (part) => isCurrent() && part.total && present(part);
    if (held) onPart(held);
  }, PATIENCE);
  let present;
  try {
    const folds = await folding();
    let parts = 0;
    let shown = 0;
    // The count, the facets and the hits of one answer are shown at once; each answer knows more
    // than those before it, and may be ready sooner.
    present = async (answer) => {
      parts += 1;
      const number = parts;
      const list = await hits.prepare(answer, folds);
      if (!isCurrent() || number < shown) return;
      shown = number;
      tell(answer, asked);
      sidebar.show(answer.facets, asked.selection);
      list();
    };
    const answer = await search(asked.q, {
      ...Object.fromEntries(asked.selection),
      from: asked.from,
      to: asked.to,
      sort: asked.sort,
      furtherFacets: sidebar.furtherIsOpen,
      onPart: (part) => onPart(part),
    });
    held = undefined;
    await present(answer);
  } catch (error) {
    if (isCurrent()) failed(error);
  } finally {
    clearTimeout(busy);
    if (isCurrent()) setBusy(false);
  }
}

async function retry() {
  await reopen().catch(() => {});
  run();
}

function setBusy(busy) {
  part("results").setAttribute("aria-busy", String(busy));
}

/** Put the state into the controls. */
function show({ q, from, to, sort }) {
  if (document.activeElement !== box || box.value.trim() !== q.trim()) box.value = q;
  part("sort").value = sort;
  part("from").value = from;
  part("to").value = to;
  document.title = titled(q, pageTitle);
  part("heading").textContent = titled(q, pageHeading);
  const takeBack = (wanted) => {
    go("push", wanted);
    box.focus();
  };
  part("chosen").replaceChildren(...chips(state, takeBack));
}

function titled(q, site) {
  return q.trim() ? filled(_("{page}　{site}"), { page: q.trim(), site }) : site;
}

/** Say how many there are, and all that a reader should know of the answer. */
function tell(answer, asked) {
  const { query } = answer;
  const nothingSought = query.empty && !isNarrowed(asked);
  const nothingAsked = nothingSought && !query.tooShort.length;
  total.textContent = nothingSought ? "" : thousands(answer.total);
  total.dataset.total = nothingSought ? "" : answer.total;
  const unit = answer.complete ? _n("篇") : _n("篇，更早的还在查");
  if (!nothingSought) part("unit").textContent = counted(unit, answer.total);
  else part("unit").textContent = nothingAsked ? "" : onlyTooShort(query);
  part("start").hidden = !nothingAsked;
  part("results").hidden = nothingAsked;
  part("sheet").hidden = nothingAsked || (!answer.total && !isNarrowed(asked));
  part("sorting").hidden = answer.total < 2;
  part("notes").replaceChildren(...notes(answer, asked, root, retry));
}

function failed(error) {
  console.info(error);
  part("start").hidden = true;
  part("results").hidden = false;
  part("unit").textContent = "";
  total.textContent = "";
  part("notes").replaceChildren(...failureNotes(root, retry));
}

/** Up and down go through the hits, as in a list; while the box suggests, through what it does. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [box, ...document.querySelectorAll(".hit .headline")];
  const here = stops.indexOf(document.activeElement);
  if (here < 0 || (here === 0 && step < 0)) return;
  const next = stops[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go("push", { ...state, q: box.value });
});
box.addEventListener("input", (event) => {
  // While a word is being composed from pinyin, what stands in the box is not yet meant.
  if (event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(() => go("replace", { ...state, q: box.value }), PAUSE);
});
box.addEventListener("compositionend", () => box.dispatchEvent(new Event("input")));
for (const name of ["sort", "from", "to"]) {
  part(name).addEventListener("change", ({ target }) => go("push", { ...state, [name]: target.value }));
}
document.addEventListener("keydown", walk);
addEventListener("popstate", () => {
  state = stateOf(location.search);
  run();
});

part("idle").remove();
const wide = matchMedia("(min-width: 48rem)");
const unfold = () => (part("sheet").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();
open().catch(() => {});
run();
