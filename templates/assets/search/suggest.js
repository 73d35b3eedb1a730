// Suggests themes, regions and bylines while one types into a search box: the combobox pattern of
// the ARIA guide with a listbox. assets/site.js fetches this when a box is first used; the names
// and the style come with the first key.

import { element } from "./elements.js";
import { loadJson } from "./load.js";
import { kindOf, nearest, readTerms, suggest } from "./terms.js";
import { counted } from "./words.js";

const TERMS = new URL("../../pagefind/terms.gz", import.meta.url);
const STYLE = new URL("suggest.css", import.meta.url);
const ROOT = new URL("../../", import.meta.url);
/** How many are listed at most: few enough to be taken in at a glance. */
const MOST = 6;

let fetched;

/** All terms; none while they cannot be had, for one can search without them. */
function terms() {
  fetched ??= loadJson(TERMS).then(readTerms, () => {
    fetched = undefined;
    return [];
  });
  return fetched;
}

/** The terms nearest to a word, as links: `{text, kind, href}`. */
export async function nearestTerms(word, most) {
  return nearest(await terms(), word, most).map((term) => ({
    text: term.name,
    kind: kindOf(term),
    href: address(term),
  }));
}

function address(term) {
  return new URL(term.href, ROOT).href;
}

let styled;

/** The style, once; what it is for is shown when it is there, or cannot be had. */
function style() {
  styled ??= new Promise((done) => {
    const sheet = { rel: "stylesheet", href: STYLE, onload: done, onerror: done };
    document.head.append(element("link", sheet));
  });
  return styled;
}

const attached = new WeakSet();

/**
 * Let a search box suggest; site.js has made it a combobox.
 * @param {HTMLInputElement} box
 * @param {boolean} isTyped whether something was typed into it already
 */
export function attach(box, isTyped = false) {
  if (attached.has(box)) return;
  attached.add(box);
  const combobox = new Combobox(box);
  if (isTyped) combobox.update();
}

class Combobox {
  #box;
  #list;
  #active = -1;
  /** Counts what was typed; only the last of it may be answered. */
  #latest = 0;

  constructor(box) {
    this.#box = box;
    const id = `suggestions-${document.querySelectorAll(".suggestions").length + 1}`;
    this.#list = element("div", { id, className: "suggestions", hidden: true });
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", _("主题、地区、作者"));
    box.form.classList.add("suggests");
    box.form.append(this.#list);
    box.setAttribute("aria-controls", this.#list.id);
    box.addEventListener("input", (event) => {
      // While a word is being composed, the arrows and Enter belong to the input method.
      if (!event.isComposing) this.update();
    });
    box.addEventListener("compositionend", () => this.update());
    box.addEventListener("keydown", (event) => this.#key(event));
    box.addEventListener("blur", () => this.#close());
    box.form.addEventListener("submit", () => this.#close());
    // A press takes the focus from the box, which closes the list before the click is known.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** Show what begins as typed. */
  async update() {
    this.#latest += 1;
    const mine = this.#latest;
    const typed = this.#box.value;
    const [known] = typed.trim() ? await Promise.all([terms(), style()]) : [[]];
    if (mine !== this.#latest) return;
    const found = document.activeElement === this.#box ? suggest(known, typed, MOST) : [];
    this.#list.replaceChildren(...found.map((term, i) => this.#option(term, i)));
    this.#list.hidden = !found.length;
    this.#box.setAttribute("aria-expanded", String(found.length > 0));
    this.#activate(-1);
  }

  #option(term, i) {
    const option = element("a", { id: `${this.#list.id}-${i + 1}`, href: address(term), tabIndex: -1 });
    option.setAttribute("role", "option");
    const facts = [term.above || kindOf(term), counted(_n("{count} 篇"), term.count)];
    option.append(
      element("span", { textContent: term.name }),
      " ",
      element("small", { textContent: facts.join(" · ") }),
    );
    return option;
  }

  #close() {
    this.#latest += 1;
    this.#list.hidden = true;
    this.#box.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  /** Make an option the active one; −1 for the box itself. */
  #activate(place) {
    this.#active = place;
    [...this.#list.children].forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === place));
    });
    const option = this.#list.children[place];
    if (option) this.#box.setAttribute("aria-activedescendant", option.id);
    else this.#box.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (event.key === "ArrowDown") this.update();
      return;
    }
    if (this.#list.hidden) return;
    const options = this.#list.children;
    // One more stop than there are options: the box.
    const stops = options.length + 1;
    if (event.key === "ArrowDown") this.#activate(((this.#active + 2) % stops) - 1);
    else if (event.key === "ArrowUp") this.#activate(((this.#active + stops) % stops) - 1);
    else if (event.key === "Escape") this.#close();
    else if (event.key === "Enter" && options[this.#active]) {
      // Gone as by a press of the pointer.
      options[this.#active].click();
    } else {
      return;
    }
    event.preventDefault();
  }
}
