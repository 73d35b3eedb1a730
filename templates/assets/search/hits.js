// The list of hits. Only what comes into view is fetched.

import { markedTerms, read } from "../search.js";
import { dateElement, element } from "./elements.js";
import { markQuery, markedNodes, passage, patterns, textFragment } from "./excerpt.js";
import { marks } from "./marks.js";
import { counted, filled, longDate } from "./words.js";

/** How many hits are listed at a time. */
const STEP = 20;
/** How many of them are fetched before the list is shown: about a screen, so nothing moves. */
const FIRST = 5;
/** After so many milliseconds the rest of the list is fetched too: for those who do not scroll
 * but have it read to them. */
const LEISURE = 8000;

/** A list of hits in an `<ol>`. */
export class Hits {
  #list;
  #more;
  #root;
  #shown = 0;
  #answer;
  #patterns = [];
  /** What tells an article's page which words to mark. */
  #toMark = "";
  #folding;
  #timer;
  #watcher = new IntersectionObserver((entries) => this.#comeIntoView(entries));

  /**
   * @param {HTMLOListElement} list
   * @param {HTMLButtonElement} more the button that lists more
   * @param {string} root what leads to the site's root
   */
  constructor(list, more, root) {
    this.#list = list;
    this.#more = more;
    this.#root = root;
    // Whoever is about to search in the page must find what is further down, too.
    document.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
      if ((key === "f" && (ctrlKey || metaKey)) || key === "F3") this.#fillAll();
    });
    more.addEventListener("click", () => {
      const next = this.#shown;
      this.#list.append(...this.#items());
      this.#list.children[next]?.querySelector("a").focus();
    });
  }

  /**
   * Fetch what the first of an answer's hits show.
   * @param {import("../search.js").Answer} answer
   * @param {import("./text.js").Folding} folding
   * @returns {Promise<() => void>} what puts them into the list
   */
  async prepare(answer, folding) {
    const terms = markedTerms(answer.query);
    const found = patterns(terms, folding);
    const first = await Promise.all(
      answer.ids.slice(0, FIRST).map((id) => read(id).catch(() => undefined)),
    );
    return () => {
      this.#watcher.disconnect();
      this.#answer = answer;
      this.#folding = folding;
      this.#patterns = found;
      this.#toMark = markQuery(terms);
      this.#shown = 0;
      const items = this.#items();
      first.forEach((article, i) => this.#fill(items[i], article));
      this.#list.replaceChildren(...items);
    };
  }

  /** The next hits, still empty. */
  #items() {
    const ids = this.#answer.ids.slice(this.#shown, this.#shown + STEP);
    this.#shown += ids.length;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fillAll(), LEISURE);
    const left = this.#answer.ids.length - this.#shown;
    this.#more.hidden = left === 0;
    this.#more.textContent = counted(_n("再列 {count} 篇"), Math.min(STEP, left));
    return ids.map((id) => {
      const [year, month, day] = id.split("-");
      const page = `${this.#root}${year}/${month}/${day}/${id.slice(11)}.html`;
      const item = element(
        "li",
        { className: "hit entry" },
        element("a", { className: "headline", href: page + this.#toMark, textContent: "……" }),
        element("p", { className: "lead passage" }),
        element("p", { className: "meta" }, dateElement(id.slice(0, 10))),
      );
      item.dataset.id = id;
      this.#watcher.observe(item);
      return item;
    });
  }

  #comeIntoView(entries) {
    for (const { isIntersecting, target } of entries) if (isIntersecting) this.#fetch(target);
  }

  async #fillAll() {
    for (const item of [...this.#list.children]) await this.#fetch(item);
  }

  /** Fetch what a hit shows, once. */
  async #fetch(item) {
    if (item.dataset.state || !item.isConnected) return;
    item.dataset.state = "asked";
    this.#fill(item, await read(item.dataset.id).catch(() => undefined));
  }

  /** Show what is known of an article; when its text could not be had, its date and address. */
  #fill(item, article) {
    const [headline, lead, meta] = item.children;
    item.dataset.state = "filled";
    if (!article) {
      headline.textContent = filled(_("{date}的一篇报道"), {
        date: longDate(item.dataset.id.slice(0, 10)),
      });
      return;
    }
    const body = [article.text, ...(article.captions ?? [])].filter(Boolean).join("\n");
    const inBody = marks(body, this.#patterns, this.#folding);
    headline.href = this.#root + article.url + this.#toMark + textFragment(body, inBody);
    headline.replaceChildren(...this.#title(article));
    lead.replaceChildren(...this.#passage(body, inBody, article));
    meta.replaceChildren(dateElement(article.date), ...facts(article));
  }

  #title(article) {
    if (article.title) return pieces(this.#marked(article.title));
    const made = (article.captions?.[0] ?? article.text ?? "").slice(0, 30);
    return [element("span", { className: "label", textContent: _("图片新闻") }), " ", ...this.#marked(made)];
  }

  #passage(body, inBody, article) {
    // A hit that is above the body only is shown there.
    const above = [article.kicker, article.subtitle].filter(Boolean).join(" ");
    if (!inBody.length && marks(above, this.#patterns, this.#folding).length) {
      return this.#marked(above);
    }
    const shown = passage(body, inBody);
    return [
      shown.before ? "……" : "",
      ...markedNodes(shown.text.replaceAll("\n", "　"), shown.marks),
      shown.after ? "……" : "",
    ];
  }

  #marked(text) {
    return markedNodes(text, marks(text, this.#patterns, this.#folding));
  }
}

/** A title in the pieces between its spaces, where it breaks if it can, as on every other page. */
function pieces(nodes) {
  const cut = [[]];
  for (const node of nodes) {
    if (node.nodeType !== Node.TEXT_NODE) {
      cut.at(-1).push(node);
      continue;
    }
    const [first, ...rest] = node.data.split(" ");
    cut.at(-1).push(first);
    for (const text of rest) cut.push([text]);
  }
  if (cut.length === 1) return nodes;
  return cut.flatMap((parts, at) => {
    const span = document.createElement("span");
    span.append(...parts);
    return at ? [" ", span] : [span];
  });
}

/** Page, writer and place, each in an element. */
function facts({ page, section, byline, regions, source }) {
  const sheet = [page && filled(_("第{page}版"), { page }), section].filter(Boolean).join(" ");
  const place = regions?.[0]?.split("/").slice(-2).join("");
  return [sheet, byline?.join("、") || source, place]
    .filter(Boolean)
    .map((text) => element("span", { textContent: text }));
}
