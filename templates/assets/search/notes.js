// What a reader should be told of an answer besides its hits: what was not asked, which years are
// missing, and, when nothing was found, why and where to go on.

import { address, isNarrowed, stateOf } from "./address.js";
import { timeOf } from "./days.js";
import { element, paragraph } from "./elements.js";
import { counted, filled, listed, longDate, monthOfYear } from "./words.js";

/** How many names are offered for a word that nobody wrote. */
const NAMES = 4;

/**
 * @param {import("../search.js").Answer} answer
 * @param {import("./address.js").State} asked
 * @param {string} root what leads to the site's root
 * @param {() => void} retry
 * @returns {HTMLElement[]}
 */
export function notes(answer, asked, root, retry) {
  const { query, missing, total, complete, articles } = answer;
  if (!articles) return [paragraph(_("档案里还没有文章，收进来以后就能在这里查。"))];
  const issues = issuesOf(asked.q, answer, root);
  const made = [...issues];
  if (asked.unread.length) {
    const words = quoted(asked.unread);
    made.push(paragraph(filled(_("地址里的{words}不是日期，这次没有算进去。"), { words })));
  }
  if (query.tooShort.length && (!query.empty || isNarrowed(asked))) {
    const told = _n("{words}只有一个字，单个的字查不了，这次没有把它算进去。");
    made.push(paragraph(aboutTooShort(told, query)));
  }
  if (missing.length) made.push(missingNote(missing, retry));
  // Who typed a date and is led to the newspaper of that day was not looking for these words.
  if (total || issues.length || query.empty || !complete) return made;
  return [...made, ...nothingFound(answer, asked), elsewhere(root)];
}

/** What is said in place of a number when there was nothing long enough to look for. */
export function onlyTooShort(query) {
  return aboutTooShort(_n("{words}只有一个字，单个的字查不了，请至少写两个字。"), query);
}

function aboutTooShort(told, { tooShort }) {
  return counted(told, tooShort.length, { words: quoted(tooShort) });
}

/** When the search itself could not be had. */
export function failureNotes(root, retry) {
  const note = paragraph(_("检索的资料没能取来，可能是网络断了。"));
  note.append(retryButton(retry));
  return [note, elsewhere(root)];
}

function nothingFound({ query, missingWords }, asked) {
  const made = [];
  if (missingWords.length) {
    made.push(paragraph(filled(_("档案里没有一篇文章写到{words}。"), { words: quoted(missingWords) })));
    made.push(names(missingWords));
    if (query.all.length > missingWords.length) {
      const rest = query.all.map(([term]) => term.text);
      const kept = rest.filter((word) => !missingWords.includes(word)).join(" ");
      made.push(offer(_("不算它，只查："), [[kept, { ...asked, q: kept }]]));
    }
    const taken = query.all.map(([{ text }]) => (missingWords.includes(text) ? apart(text) : text));
    const loose = taken.join(" ");
    if (loose !== query.all.map(([{ text }]) => text).join(" ")) {
      made.push(offer(_("也许写得不连着，拆开查："), [[loose, { ...asked, q: loose }]]));
    }
  } else if (isNarrowed(asked)) {
    made.push(paragraph(_("有文章写到它，但不在所选的范围里。")));
  } else if (query.all.length > 1) {
    made.push(paragraph(_("这几个词都有文章写到，只是没有一篇同时写到。")));
    const each = query.all.map(([{ text }]) => [text, { ...asked, q: text }]);
    made.push(offer(_("可以分开查："), each));
  }
  if (isNarrowed(asked)) {
    made.push(offer(_("放开范围，在全部报道里查："), [[asked.q, { ...stateOf(""), q: asked.q }]]));
  }
  return made;
}

/** The way to the newspaper itself, for one who typed its date; where there is none, to those next to it. */
function issuesOf(typed, { issues, complete, missing }, root) {
  const time = timeOf(typed);
  if (!time) return [];
  const days = issues();
  const isThere = days.some((day) => time.first <= day && day <= time.last);
  if (isThere) {
    const text = filled(_("看{date}的报纸"), { date: called(time.name) });
    return [line([[text, root + pageOf(time.name)]])];
  }
  // Four digits alone may be any number; and an issue may be in what could not be had.
  if (/^\d+$/.test(time.name) || !complete || missing.length) return [];
  const next = [days.findLast((day) => day < time.first), days.find((day) => day > time.last)];
  const near = next.filter(Boolean).map((day) => [longDate(day), root + pageOf(day)]);
  const told = filled(_("没有收{date}的报纸。前后的有："), { date: called(time.name) });
  return near.length ? [line(near, told)] : [];
}

/** The page of a day, a month or a year. */
function pageOf(name) {
  const [year, month, day] = name.split("-");
  if (day) return `${year}/${month}/${day}/index.html`;
  return `${year}/index.html${month ? `#m${month}` : ""}`;
}

function called(name) {
  const say = { 4: (year) => filled(_("{year}年"), { year }), 7: monthOfYear, 10: longDate };
  return say[name.length](name);
}

function quoted(words) {
  return listed(words.map((word) => filled(_("“{word}”"), { word })));
}

/** A line of the names nearest to words that nobody wrote; hidden until there are any. */
function names(words) {
  const line = element("p", { className: "offers", hidden: true }, _("名称相近的有："));
  const fill = async () => {
    const { nearestTerms } = await import("./suggest.js");
    const found = await Promise.all(words.map((word) => nearestTerms(word, NAMES)));
    const different = new Map(found.flat().map((one) => [one.href, one]));
    for (const { href, text, kind } of [...different.values()].slice(0, NAMES)) {
      line.append(element("a", { href, textContent: text }), element("small", {}, filled(_("（{kind}）"), { kind })), " ");
      line.hidden = false;
    }
  };
  fill().catch(() => {}); // A help that one can do without.
  return line;
}

/**
 * Words that were listed (停车、电梯) as several, a long one as two: what nobody wrote in one may stand
 * in one article all the same.
 */
function apart(word) {
  const listed = word.split(/[、，。；：！？·,;]+/u).filter(Boolean);
  if (listed.length > 1) return listed.join(" ");
  const characters = [...word];
  const half = Math.ceil(characters.length / 2);
  const isLong = /^\p{Script=Han}{4,8}$/u.test(word);
  return isLong ? `${characters.slice(0, half).join("")} ${characters.slice(half).join("")}` : word;
}

/** A line of other searches: `[what it is called, its state]`. */
function offer(lead, searches) {
  return line(searches.map(([text, to]) => [text, address(to)]), lead);
}

/** A line of links: `[what it is called, its address]`. */
function line(links, lead = "") {
  const made = element("p", { className: "offers" }, lead);
  for (const [textContent, href] of links) made.append(element("a", { href, textContent }), " ");
  return made;
}

function elsewhere(root) {
  const places = {
    dates: ["dates.html", _p("by", "日期")],
    regions: ["regions/index.html", _p("by", "地区")],
    themes: ["themes/index.html", _p("by", "主题")],
  };
  const line = element("p");
  const sentence = _("也可以换个说法，或者按{dates}、{regions}、{themes}翻阅。");
  for (const part of sentence.split(/[{}]/)) {
    const [href, textContent] = places[part] ?? [];
    line.append(href ? element("a", { href: root + href, textContent }) : part);
  }
  return line;
}

function missingNote(missing, retry) {
  const spans = missing.map(({ first, last }) => {
    const [from, to] = [first, last].map(monthOfYear);
    return from === to ? from : filled(_("{first}至{last}"), { first: from, last: to });
  });
  const note = paragraph(
    filled(_("{months}的报纸这次没能查到，下面的结果里没有它们。"), { months: listed(spans) }),
  );
  note.append(retryButton(retry));
  return note;
}

function retryButton(retry) {
  const button = element("button", { type: "button", textContent: _("再试一次") });
  button.addEventListener("click", retry);
  return button;
}
