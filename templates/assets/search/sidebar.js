// The facets: what one can narrow the hits by, with counts.

import { element } from "./elements.js";
import { counted, filled, monthOfYear, thousands } from "./words.js";

const TITLES = {
  region: _p("one", "地区"),
  theme: _p("one", "主题"),
  year: _("年份"),
  byline: _p("one", "作者"),
  source: _p("one", "来源"),
  column: _p("one", "栏目"),
  kind: _("类别"),
};
const FURTHER = ["byline", "source", "column", "kind"];
const KINDS = { news: _("文字报道"), "photo-news": _("图片新闻") };
/** How many values of a facet are listed before one asks for more. */
const SHORT = 8;

/** The facets in an element; tells of every choice. */
export class Sidebar {
  #place;
  #choose;
  #wantFurther;
  #groups = new Map();
  #long = new Set();
  #again = () => {};

  /**
   * @param {HTMLElement} place
   * @param {(facet: string, values: string[]) => void} choose
   * @param {() => void} wantFurther called when a facet is opened that needs fetching
   */
  constructor(place, choose, wantFurther) {
    this.#place = place;
    this.#choose = choose;
    this.#wantFurther = wantFurther;
    for (const facet of Object.keys(TITLES)) {
      const list = element("div", { className: "values" });
      const group = element(
        "details",
        { className: "facet", open: !FURTHER.includes(facet) },
        element("summary", { textContent: TITLES[facet] }),
        list,
      );
      group.dataset.facet = facet;
      group.addEventListener("toggle", () => {
        if (group.open && FURTHER.includes(facet)) this.#wantFurther();
      });
      this.#groups.set(facet, { group, list });
      this.#place.append(group);
    }
  }

  /** Whether a facet is open that must be fetched. */
  get furtherIsOpen() {
    return FURTHER.some((facet) => this.#groups.get(facet).group.open);
  }

  /**
   * @param {Object<string, Object<string, number>>} facets as counted
   * @param {Map<string, string[]>} selection
   */
  show(facets, selection) {
    this.#again = () => this.show(facets, selection);
    const focused = document.activeElement?.dataset?.choice;
    for (const [facet, { group, list }] of this.#groups) {
      const counts = { ...facets[facet] };
      const chosen = selection.get(facet) ?? [];
      for (const value of chosen) counts[value] ??= 0;
      const known = facet in facets;
      group.hidden = known && !Object.keys(counts).length;
      list.replaceChildren(...this.#values(facet, counts, chosen));
      if (facet === "year" && known) this.#putMonths(list, this.#months(facets.month ?? {}, selection));
    }
    if (focused) this.#place.querySelector(`[data-choice="${CSS.escape(focused)}"]`)?.focus();
  }

  #values(facet, counts, chosen) {
    if (facet === "region") return [this.#tree(counts, chosen)];
    const order =
      facet === "year"
        ? ([a], [b]) => (a < b ? 1 : -1)
        : ([a, m], [b, n]) => n - m || (a < b ? -1 : 1);
    const entries = Object.entries(counts).sort(order);
    return this.#shortened(facet, entries, ([value]) => chosen.includes(value), ([value, count]) =>
      this.#choice(facet, value, label(facet, value), count, chosen),
    );
  }

  /** Put months, the newest first, each below its year. */
  #putMonths(list, months) {
    for (const month of months.reverse()) {
      const year = month.firstChild.dataset.choice.replace("month", "year").slice(0, 9);
      const above = list.querySelector(`[data-choice="${year}"]`);
      if (above) above.parentElement.after(month);
      else list.append(month);
    }
  }

  /** The months of the years that are chosen, or of the only one. */
  #months(counts, selection) {
    const years = selection.get("year") ?? [];
    const chosen = selection.get("month") ?? [];
    const all = new Set(Object.keys(counts).map((month) => month.slice(0, 4)));
    const entries = Object.entries(counts)
      .filter(([month]) => all.size === 1 || years.includes(month.slice(0, 4)))
      .sort(([a], [b]) => (a < b ? 1 : -1));
    for (const month of chosen) if (!counts[month]) entries.push([month, 0]);
    if (entries.length < 2 && !chosen.length) return [];
    return entries.map(([month, count]) =>
      this.#choice("month", month, label("month", month), count, chosen, "deeper"),
    );
  }

  /** Regions under the regions that they lie in, as deep as the reader has gone. */
  #tree(counts, chosen) {
    const children = new Map();
    for (const entry of Object.entries(counts)) {
      const parent = entry[0].includes("/") ? entry[0].slice(0, entry[0].lastIndexOf("/")) : "";
      children.set(parent, [...(children.get(parent) ?? []), entry]);
    }
    const onTheWay = (path) => chosen.some((one) => one === path || one.startsWith(`${path}/`));
    const branch = (parent) => {
      const entries = children.get(parent) ?? [];
      entries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      const items = this.#shortened(
        `region ${parent}`,
        entries,
        ([path]) => onTheWay(path),
        ([path, count]) => {
          const item = this.#choice("region", path, label("region", path), count, chosen);
          const isOpen = entries.length === 1 || onTheWay(path);
          return children.has(path) && isOpen ? [item, branch(path)] : [item];
        },
      );
      return element("ul", {}, ...items.map((item) => element("li", {}, ...[item].flat())));
    };
    return branch("");
  }

  /** The first of the entries and those that are chosen, and a button for the rest. */
  #shortened(name, entries, isChosen, show) {
    if (entries.length <= SHORT + 1 || this.#long.has(name)) return entries.map(show);
    const kept = entries.filter((entry, i) => i < SHORT || isChosen(entry));
    const more = element("button", {
      type: "button",
      className: "more-values",
      textContent: counted(_n("其余 {count} 项"), entries.length - kept.length),
    });
    more.addEventListener("click", () => {
      this.#long.add(name);
      this.#again();
    });
    return [...kept.map(show), more];
  }

  #choice(facet, value, text, count, chosen, className = "") {
    const box = element("input", { type: "checkbox", checked: chosen.includes(value) });
    box.dataset.choice = `${facet} ${value}`;
    box.addEventListener("change", () => {
      const rest = chosen.filter((one) => one !== value);
      this.#choose(facet, box.checked ? [...rest, value] : rest);
    });
    return element(
      "label",
      { className: `value ${className}`.trim() },
      box,
      element("span", { className: "name-of", textContent: text }),
      " ",
      element("span", { className: "count", textContent: thousands(count) }),
    );
  }
}

/** How a value is called. */
export function label(facet, value) {
  if (facet === "kind") return KINDS[value] ?? value;
  if (facet === "year") return filled(_("{year}年"), { year: value });
  if (facet === "month") return monthOfYear(value);
  if (facet === "region") return value.split("/").at(-1);
  return value;
}
