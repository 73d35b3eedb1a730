// Folds and cuts text as jianbao/search/folding.py and tokens.py do; tests/search/cases.json
// holds the cases that both are tested on.

export const HAN =
  "\\u3005\\u3007\\u3040-\\u30ff\\u3105-\\u312f\\u31a0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
export const LATIN = `(?:(?![${HAN}])[\\p{L}\\p{N}])`;
const UNIT = new RegExp(`(?<han>[${HAN}])|(?<latin>${LATIN}+)|[^ ]`, "gu");

/** How characters fold, from the pairs of variants that the archive publishes. */
export class Folding {
  #simplified = new Map();
  #known = new Map();

  /** @param {string} variants pairs of characters, `萬万與与…` */
  constructor(variants) {
    const characters = [...variants];
    for (let i = 0; i + 1 < characters.length; i += 2) {
      this.#simplified.set(characters[i], characters[i + 1]);
    }
  }

  /** The folded form of a text. */
  fold(text) {
    return this.trace(text).folded;
  }

  /**
   * The folded form of a text, and for each of its code units the place in `text` of the
   * character that it came from; one more entry marks the end.
   */
  trace(text) {
    let folded = "";
    const origins = [];
    let at = 0;
    for (const character of text) {
      const form = this.#form(character);
      folded += form;
      for (let i = 0; i < form.length; i += 1) origins.push(at);
      at += character.length;
    }
    origins.push(at);
    return { folded, origins };
  }

  #form(character) {
    let form = this.#known.get(character);
    if (form === undefined) {
      form = [...plain(plain(character).toLowerCase())]
        .map((one) => this.#simplified.get(one) ?? one)
        .join("");
      this.#known.set(character, form);
    }
    return form;
  }
}

/** Compatibility forms resolved, every blank a space, accents and invisible characters gone. */
function plain(text) {
  let result = "";
  for (const character of text.normalize("NFKD")) {
    if (character === "\n") result += character;
    else if (/[\p{Z}\p{Cc}]/u.test(character)) result += " ";
    else if (!/[\p{M}\p{Cf}]/u.test(character)) result += character;
  }
  return result;
}

/**
 * The units of a folded text, white space left out: `{text, kind}` with kind "han", "latin" or
 * "break".
 */
export function units(folded) {
  return Array.from(folded.matchAll(UNIT), ({ 0: text, groups }) => ({
    text,
    kind: groups.han ? "han" : groups.latin ? "latin" : "break",
  }));
}

/** The units of what a reader asks for, without punctuation before and after. */
export function queryUnits(folded) {
  const found = units(folded);
  while (found.at(0)?.kind === "break") found.shift();
  while (found.at(-1)?.kind === "break") found.pop();
  return found;
}

/** All tokens of a query, as tokens.py's `phrase` gives them. */
export function phrase(folded) {
  const found = queryUnits(folded);
  const tokens = found.flatMap((unit, i) => {
    const next = joinable(found[i + 1]);
    const own = unit.kind === "latin" ? [unit.text] : [];
    if (next && unit.kind !== "break") return [...own, unit.text + next.text];
    return own.length ? own : ["."];
  });
  while (tokens[0] === ".") tokens.shift();
  while (tokens.at(-1) === ".") tokens.pop();
  return tokens;
}

/**
 * The fewest tokens that a text must hold, each at its offset from the first, to hold the query:
 * 民主协商 needs 民主 and 协商 two places on, not 主协. Every token is a file to fetch, so this
 * halves what a search costs, and finds the same. Empty when nothing can be asked for.
 *
 * @returns {{token: string, offset: number}[]}
 */
export function cover(folded) {
  const found = queryUnits(folded);
  const pieces = [];
  let position = 0;
  let covered = -1;
  found.forEach((unit, i) => {
    const next = joinable(found[i + 1]);
    const before = joinable(found[i - 1]);
    // A Latin unit gives two tokens: itself, then its pair with what follows.
    const pairAt = unit.kind === "latin" ? position + 1 : position;
    if (unit.kind !== "break" && i > covered) {
      if (next && (unit.kind === "han" || next.kind === "han")) {
        pieces.push({ token: unit.text + next.text, offset: pairAt });
        covered = i + 1;
      } else if (unit.kind === "latin") {
        pieces.push({ token: unit.text, offset: position });
      } else if (before) {
        pieces.push({ token: before.text + unit.text, offset: position - 1 });
      }
    }
    position = next ? pairAt + 1 : position + 1;
  });
  return pieces;
}

/** The unit, when the one before it makes a token with it. */
function joinable(unit) {
  return unit && unit.kind !== "break" ? unit : undefined;
}

/**
 * A pattern that finds the query in folded text, as the index does: over white space, and whole
 * runs of letters and digits only. Undefined when there is nothing to find.
 */
export function pattern(folded) {
  const parts = queryUnits(folded).map(({ text, kind }) => {
    if (kind === "break") return `[^ \\p{L}\\p{N}]`;
    if (kind === "latin") return `(?<!${LATIN})${text}(?!${LATIN})`;
    return text;
  });
  return parts.length ? new RegExp(parts.join(" *"), "gu") : undefined;
}
