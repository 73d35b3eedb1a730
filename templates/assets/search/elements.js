// Small help to write elements.

import { longDate } from "./words.js";

/** An element with properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function dateElement(iso) {
  return element("time", { dateTime: iso, textContent: longDate(iso) });
}

export function paragraph(text) {
  return element("p", { textContent: text });
}
