// What is chosen, each with a button that takes it back.

import { choosing } from "./address.js";
import { inOrder } from "./days.js";
import { element } from "./elements.js";
import { label } from "./sidebar.js";
import { filled, longDate } from "./words.js";

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
  const [from, to] = inOrder(state.from, state.to);
  if (from || to) {
    const days = span(from && longDate(from), to && longDate(to));
    made.push(chip(days, () => change({ ...state, from: "", to: "" })));
  }
  return made;
}

/** The days chosen; one of the two may be open. */
function span(from, to) {
  if (!from) return filled(_("至{last}"), { last: to });
  if (!to) return filled(_("{first}至今"), { first: from });
  return filled(_("{first}至{last}"), { first: from, last: to });
}

function chip(text, undo) {
  const button = element("button", { type: "button", className: "chip", textContent: text });
  button.setAttribute("aria-label", filled(_("{choice}，去掉这个条件"), { choice: text }));
  button.addEventListener("click", undo);
  return element("li", {}, button);
}
