// What a reader types, taken apart.
//
//   协商 充电桩        both words, anywhere
//   "基层 协商"        white space within quotes does not part words
//   -充电桩            not this one
//   协商 OR 议事       either
//   题:协商 作者:张玉香 版:03 来源:新华社   in one field; in English title: writer: page: source:

import { cover } from "./text.js";

const FIELDS = new Map([
  ["题", "title"],
  ["标题", "title"],
  ["作者", "byline"],
  ["版", "page"],
  ["来源", "source"],
  ["title", "title"],
  ["writer", "byline"],
  ["page", "page"],
  ["source", "source"],
]);

const WORD =
  /(?<minus>[-－](?=\S))?(?:(?<field>[题作标版来][题者源]?|title|writer|page|source)[:：])?(?:["“”「](?<quoted>[^"“”」]*)["“”」]?|(?<plain>[^\s"“”]+))/gu;

/**
 * A word that is asked for.
 * @typedef {object} Term
 * @property {string} text as typed, without quotes and signs
 * @property {string} field "" for anywhere, else title, byline, page or source
 * @property {{token: string, offset: number}[]} pieces what to look up in the index; empty for
 *   fields that are looked up in the catalog
 */

/**
 * @typedef {object} Query
 * @property {Term[][]} all of each, one must be there
 * @property {Term[]} none none of these may be there
 * @property {string[]} tooShort words of one Han character, which cannot be asked for
 * @property {boolean} empty whether nothing at all was asked
 */

/**
 * @param {string} typed
 * @param {import("./text.js").Folding} folding
 * @returns {Query}
 */
export function parse(typed, folding) {
  const query = { all: [], none: [], tooShort: [], empty: true };
  let either = false;
  for (const { 0: whole, groups } of typed.normalize("NFC").matchAll(WORD)) {
    if ((whole === "OR" || whole === "|") && query.all.length) {
      either = true;
      continue;
    }
    const field = FIELDS.get(groups.field) ?? "";
    let text = (groups.quoted ?? groups.plain).trim();
    if (groups.field && !field) text = `${groups.field}:${text}`;
    const term = { text, field, pieces: [] };
    if (field !== "byline" && field !== "page" && field !== "source") {
      term.pieces = cover(folding.fold(text));
      if (!term.pieces.length) {
        if (/[\p{L}\p{N}]/u.test(text)) query.tooShort.push(text);
        continue;
      }
    } else if (!text) continue;
    if (groups.minus) query.none.push(term);
    else if (either) query.all.at(-1).push(term);
    else query.all.push([term]);
    either = false;
  }
  query.empty = !query.all.length && !query.none.length;
  return query;
}

/** Whether the index tells where in an article one of these terms stands. */
export function havePlaces(terms) {
  return terms.some((term) => term.pieces.length);
}

/** The terms whose hits are marked in the text. */
export function markedTerms(query) {
  return query.all.flat().filter((term) => term.pieces.length);
}
