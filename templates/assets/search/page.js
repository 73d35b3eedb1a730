// The search page. Its state is its address: a link to it shows the same to anyone.

import { folding, open, reopen, search } from "../search.js";
import { Hits, chineseDate, element } from "./hits.js";
import { Sidebar, label } from "./sidebar.js";

const FACETS = ["region", "theme", "year", "month", "byline", "source", "column", "kind"];
const SORTS = ["relevance", "newest", "oldest"];
/** How long to wait for the next key before searching, in milliseconds. */
const PAUSE = 120;
/** A search that takes longer than this says that it is at work. */
const PATIENCE = 300;

const root = document.querySelector("[data-root]").dataset.root;
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const form = part("form");
const box = form.elements.q;
const total = document.querySelector("[data-total]");

const hits = new Hits(part("hits"), part("more"), root);
const sidebar = new Sidebar(
  part("facets"),
  (facet, values) => {
    state.selection.set(facet, values);
    if (facet === "year") dropMonths(values);
    go("push");
  },
  () => run(),
);

let state = stateOf(location.search);
/** Counts the searches; only the last one may show anything. */
let latest = 0;
let timer;

/**
 * What an address asks for.
 * @returns {{q: string, selection: Map<string, string[]>, from: string, to: string, sort: string}}
 */
function stateOf(address) {
  const asked = new URLSearchParams(address);
  const sort = asked.get("sort") ?? "";
  return {
    q: asked.get("q") ?? "",
    selection: new Map(FACETS.map((facet) => [facet, asked.getAll(facet).filter(Boolean)])),
    from: asked.get("from") ?? "",
    to: asked.get("to") ?? "",
    sort: SORTS.includes(sort) ? sort : "relevance",
  };
}

/** The address that asks for a state; relative, as everything is. */
function address({ q, selection, from, to, sort }) {
  const asked = new URLSearchParams();
  if (q.trim()) asked.set("q", q.trim());
  for (const [facet, values] of selection) {
    for (const value of values) asked.append(facet, value);
  }
  if (from) asked.set("from", from);
  if (to) asked.set("to", to);
  if (sort !== "relevance") asked.set("sort", sort);
  const text = asked.toString();
  return text ? `?${text}` : location.pathname;
}

/** A month outlives its year only while no year, or its own, is chosen. */
function dropMonths(years) {
  const months = state.selection.get("month") ?? [];
  const kept = months.filter((month) => !years.length || years.includes(month.slice(0, 4)));
  state.selection.set("month", kept);
}

/** Search for the state, and write it into the address. */
function go(how) {
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

function setBusy(busy) {
  part("results").setAttribute("aria-busy", String(busy));
}

/** Put the state into the controls. */
function show({ q, from, to, sort }) {
  if (document.activeElement !== box || box.value.trim() !== q.trim()) box.value = q;
  part("sort").value = sort;
  part("from").value = from;
  part("to").value = to;
  document.title = q.trim() ? `${q.trim()}　${pageTitle}` : pageTitle;
  part("chosen").replaceChildren(...chips());
}

/** What is chosen, each with a button that takes it back. */
function chips() {
  const made = [...state.selection].flatMap(([facet, values]) =>
    values.map((value) =>
      chip(label(facet, value), () => {
        const rest = values.filter((one) => one !== value);
        state.selection.set(facet, rest);
      }),
    ),
  );
  const { from, to } = state;
  if (from || to) {
    const days = `${from ? chineseDate(from) : ""}至${to ? chineseDate(to) : "今"}`;
    made.push(chip(days, () => Object.assign(state, { from: "", to: "" })));
  }
  return made;
}

function chip(text, undo) {
  const button = element("button", { type: "button", className: "chip", textContent: text });
  button.setAttribute("aria-label", `${text}，去掉这个条件`);
  button.addEventListener("click", () => {
    undo();
    go("push");
    box.focus();
  });
  return element("li", {}, button);
}

/** Say how many there are, and all that a reader should know of the answer. */
function tell(answer, asked) {
  const { query } = answer;
  const nothingAsked = query.empty && !query.tooShort.length && !isNarrowed(asked);
  total.textContent = nothingAsked ? "" : answer.total.toLocaleString("zh-CN");
  total.dataset.total = nothingAsked ? "" : answer.total;
  part("unit").textContent = nothingAsked ? "" : answer.complete ? "篇" : "篇，更早的还在查";
  part("start").hidden = !nothingAsked;
  part("results").hidden = nothingAsked;
  part("sheet").hidden = nothingAsked || (!answer.total && !isNarrowed(asked));
  part("sorting").hidden = answer.total < 2;
  part("notes").replaceChildren(...notes(answer, asked));
}

function isNarrowed({ selection, from, to }) {
  return Boolean(from || to || [...selection.values()].some((values) => values.length));
}

function notes(answer, asked) {
  const { query, missingWords } = answer;
  const made = [];
  if (query.tooShort.length) {
    const words = query.tooShort.map((word) => `“${word}”`).join("、");
    const rest = query.empty ? "请至少写两个字" : "这次没有把它算进去";
    made.push(paragraph(`${words}只有一个字，几乎篇篇都有，单查它找不准；${rest}。`));
  }
  if (answer.missing.length) made.push(missingNote(answer.missing));
  if (answer.total || query.empty || !answer.complete) return made;
  if (missingWords.length) {
    const words = missingWords.map((word) => `“${word}”`).join("、");
    made.push(paragraph(`档案里没有一篇文章写到${words}。`));
    if (query.all.length > missingWords.length) {
      const kept = query.all.map(([term]) => term.text).filter((word) => !missingWords.includes(word));
      made.push(offer("不算它，只查", [[kept.join(" "), { ...asked, q: kept.join(" ") }]]));
    }
    const taken = query.all.map(([{ text }]) => (missingWords.includes(text) ? apart(text) : text));
    const loose = taken.join(" ");
    if (loose !== query.all.map(([{ text }]) => text).join(" ")) {
      made.push(offer("也许写得不连着，拆开查", [[loose, { ...asked, q: loose }]]));
    }
  } else if (isNarrowed(asked)) {
    made.push(paragraph("有文章写到它，但不在所选的范围里。"));
  } else if (query.all.length > 1) {
    made.push(paragraph("这几个词都有文章写到，只是没有一篇同时写到。"));
    const each = query.all.map(([{ text }]) => [text, { ...asked, q: text }]);
    made.push(offer("可以分开查", each));
  }
  if (isNarrowed(asked)) {
    made.push(offer("放开范围，在全部报道里查", [[asked.q, { ...stateOf(""), q: asked.q }]]));
  }
  made.push(elsewhere());
  return made;
}

/** A long word as two: what nobody wrote in one may stand in one article all the same. */
function apart(word) {
  const characters = [...word];
  const half = Math.ceil(characters.length / 2);
  const isLong = /^\p{Script=Han}{4,8}$/u.test(word);
  return isLong ? `${characters.slice(0, half).join("")} ${characters.slice(half).join("")}` : word;
}

function paragraph(text) {
  return element("p", { textContent: text });
}

/** A line of other searches: `[what it is called, its state]`. */
function offer(lead, searches) {
  const line = element("p", { className: "offers" }, `${lead}：`);
  for (const [text, to] of searches) {
    line.append(element("a", { href: address(to), textContent: text }), " ");
  }
  return line;
}

function elsewhere() {
  const places = [["dates.html", "日期"], ["regions/index.html", "地区"], ["themes/index.html", "主题"]];
  const line = element("p", {}, "也可以换个说法，或者按");
  places.forEach(([href, text], i) => {
    line.append(i ? "、" : "", element("a", { href: root + href, textContent: text }));
  });
  line.append("翻阅。");
  return line;
}

function missingNote(missing) {
  const spans = missing.map(({ first, last }) => {
    const [from, to] = [first, last].map((day) => label("month", day.slice(0, 7)));
    return from === to ? from : `${from}至${to}`;
  });
  const note = paragraph(`${spans.join("、")}的报纸这次没能查到，下面的结果里没有它们。`);
  note.append(retryButton());
  return note;
}

function retryButton() {
  const button = element("button", { type: "button", textContent: "再试一次" });
  button.addEventListener("click", async () => {
    await reopen().catch(() => {});
    run();
  });
  return button;
}

function failed(error) {
  console.info(error);
  part("start").hidden = true;
  part("results").hidden = false;
  part("unit").textContent = "";
  total.textContent = "";
  const note = paragraph("检索的资料没能取来，可能是网络断了。");
  note.append(retryButton());
  part("notes").replaceChildren(note, elsewhere());
}

/** Up and down go through the hits, as in a list. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [box, ...document.querySelectorAll(".hit .headline")];
  const here = stops.indexOf(document.activeElement);
  if (here < 0 || (here === 0 && step < 0)) return;
  const next = stops[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const pageTitle = document.title;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  state.q = box.value;
  go("push");
});
box.addEventListener("input", (event) => {
  // While a word is being composed from pinyin, what stands in the box is not yet meant.
  if (event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    state.q = box.value;
    go("replace");
  }, PAUSE);
});
box.addEventListener("compositionend", () => box.dispatchEvent(new Event("input")));
part("sort").addEventListener("change", ({ target }) => {
  state.sort = target.value;
  go("push");
});
for (const name of ["from", "to"]) {
  part(name).addEventListener("change", ({ target }) => {
    state[name] = target.value;
    go("push");
  });
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
