// What is chosen, each with a button that takes it back.

import { choosing } from "./address.js";
import { chineseDate, element } from "./elements.js";
import { label } from "./sidebar.js";

/**
 * @param {import("./address.js").State} state
 * @param {(state: import("./address.js").State) => void} change called with the state without it
 * @returns {HTMLLIElement[]}
 */
export function chips(state, change) {
  const made = [...state.selection].flatMap(([facet, values]) =>
    values.map((value) => {
      const rest = values.filter((one) => one !== value);
      return chip(label(facet, value), () => change(choosing(state, facet, rest)));
    }),
  );
  const { from, to } = state;
  if (from || to) {
    const days = `${from ? chineseDate(from) : ""}至${to ? chineseDate(to) : "今"}`;
    made.push(chip(days, () => change({ ...state, from: "", to: "" })));
  }
  return made;
}

function chip(text, undo) {
  const button = element("button", { type: "button", className: "chip", textContent: text });
  button.setAttribute("aria-label", `${text}，去掉这个条件`);
  button.addEventListener("click", undo);
  return element("li", {}, button);
}
