// Small help to write elements.

/** An element with properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** 2023-02-20 as 2023年2月20日. */
export function chineseDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

export function dateElement(iso) {
  return element("time", { dateTime: iso, textContent: chineseDate(iso) });
}

export function paragraph(text) {
  return element("p", { textContent: text });
}
