// The names in `terms.gz` (jianbao/search/terms.py): which begin so, and which are near.

/**
 * A theme, region or byline with a page of its own.
 * @typedef {object} Term
 * @property {"themes"|"people"|"regions"} kind
 * @property {string} name of a region that of its own level
 * @property {string} above the regions that a region lies in, 宁夏回族自治区银川市; else ""
 * @property {string} href of its page, relative to the site's root
 * @property {number} count of its articles
 * @property {string[]} syllables its pinyin
 */

const FORMAT = 1;
const KINDS = { themes: _p("one", "主题"), regions: _p("one", "地区"), people: _p("one", "作者") };
const HAN = /^\p{Script=Han}+$/u;
/** So much alike must a word and a name be, to be offered for each other: 张雨香 and 张玉香. */
const ALIKE = 0.6;
/** Of letters much more: nearly all of them are shared by any two names. */
const ALIKE_IN_LETTERS = 0.75;
/** Characters that are read alike are nearly the same: the usual slip of the hand in pinyin. */
const HOMOPHONE = 0.9;

/**
 * The terms of a file, none when it has another form.
 * @returns {Term[]}
 */
export function readTerms({ format, themes, people, regions }) {
  if (format !== FORMAT) return [];
  const term = (kind, name, slug, count, reading, above) => ({
    kind,
    name,
    above,
    slug,
    href: `${kind}/${slug}/index.html`,
    count,
    syllables: (reading ?? slug).split("/").at(-1).split("-"),
  });
  const found = [
    ...themes.map(([name, slug, count, reading]) => term("themes", name, slug, count, reading, "")),
    ...people.map(([name, slug, count, reading]) => term("people", name, slug, count, reading, "")),
  ];
  const places = [];
  for (const [parent, name, own, count, reading] of regions) {
    const upper = places[parent];
    const slug = upper ? `${upper.slug}/${own}` : own;
    const above = upper ? upper.above + upper.name : "";
    places.push(term("regions", name, slug, count, reading ?? own, above));
  }
  return [...found, ...places];
}

/** What kind of thing a term is, to a reader. */
export function kindOf(term) {
  return KINDS[term.kind];
}

/** As names are compared: one width, one case, no blanks around. */
export function plainWord(typed) {
  return typed.normalize("NFKC").toLowerCase().trim();
}

/** The letters of something typed in pinyin, `xie'shang` or `Xie Shang`; "" when it is not. */
export function letters(word) {
  return /^[a-zü][a-zü\s'’-]*$/.test(word) ? word.replace(/[^a-zü]/g, "").replace(/[vü]/g, "u") : "";
}

/**
 * The terms whose name or pinyin begins as typed, the best first: 协商 or xieshang or xsmz or
 * xieshmz for 协商民主.
 *
 * @param {Term[]} terms
 * @param {string} typed
 * @param {number} most how many
 */
export function suggest(terms, typed, most) {
  const word = plainWord(typed);
  if (!word) return [];
  const spelled = letters(word);
  const found = [];
  for (const term of terms) {
    const how = likeness(term, word, spelled);
    if (how) found.push([how, term]);
  }
  found.sort(([how, one], [than, other]) => how - than || other.count - one.count);
  return found.slice(0, most).map(([, term]) => term);
}

/** How a term begins as typed: 1 it is that, 2 by name, 3 by pinyin, 4 by initials; 0 not. */
function likeness({ name, syllables }, word, spelled) {
  const own = name.toLowerCase();
  if (own === word) return 1;
  if (own.startsWith(word)) return 2;
  if (spelled.length < 2) return 0; // One letter begins half of all names.
  const whole = syllables.join("");
  if (whole === spelled) return 1;
  if (whole.startsWith(spelled)) return 3;
  return isAbbreviated(spelled, syllables, 0) ? 4 : 0;
}

/** Whether the letters are beginnings of the syllables from `at` on, one after the other. */
function isAbbreviated(spelled, syllables, at) {
  if (!spelled) return true;
  const syllable = syllables[at] ?? "";
  for (let length = 1; length <= syllable.length && spelled[length - 1] === syllable[length - 1]; ) {
    if (isAbbreviated(spelled.slice(length), syllables, at + 1)) return true;
    length += 1;
  }
  return false;
}

/**
 * The terms nearest to a word that nobody wrote: by the characters that they share, by how they
 * are read, or because the word holds them.
 *
 * @param {Term[]} terms
 * @param {string} typed
 * @param {number} most how many
 */
export function nearest(terms, typed, most) {
  const word = plainWord(typed);
  const spelled = letters(word);
  if (spelled.length > 1) {
    const begun = suggest(terms, word, most);
    if (begun.length) return begun;
  }
  const isHan = HAN.test(word);
  if (!isHan && spelled.length < 4) return [];
  const readings = isHan ? readingsOf(terms) : undefined;
  const measure = isHan
    ? ({ name }) => alike([...word], [...name], readings)
    : ({ syllables }) => common([...spelled], [...syllables.join("")], same);
  return terms
    .map((term) => [measure(term), term])
    .filter(([likeness]) => likeness >= (isHan ? ALIKE : ALIKE_IN_LETTERS))
    .sort(([a, one], [b, other]) => b - a || other.count - one.count)
    .slice(0, most)
    .map(([, term]) => term);
}

/** How characters are read, as far as the terms tell: Map of character to Set of syllables. */
function readingsOf(terms) {
  const readings = new Map();
  for (const { name, syllables } of terms) {
    const characters = [...name];
    if (characters.length !== syllables.length) continue;
    characters.forEach((character, i) => {
      if (!readings.has(character)) readings.set(character, new Set());
      readings.get(character).add(syllables[i]);
    });
  }
  return readings;
}

/** How much alike a word and a name are, from 0 to 1. */
function alike(word, name, readings) {
  const likeCharacters = (a, b) => {
    if (a === b) return 1;
    const others = readings.get(b);
    const isHomophone = others && [...(readings.get(a) ?? [])].some((one) => others.has(one));
    return isHomophone ? HOMOPHONE : 0;
  };
  const shared = name.filter((character) => word.includes(character)).length;
  const isWithin = name.length > 1 && word.join("").includes(name.join(""));
  return Math.max(
    common(word, name, likeCharacters),
    0.8 * ((2 * shared) / (word.length + name.length)),
    isWithin ? 0.75 : 0,
  );
}

const same = (a, b) => (a === b ? 1 : 0);

/** How much of two rows is the same in the same order, from 0 to 1. */
function common(one, other, like) {
  let above = new Array(other.length + 1).fill(0);
  for (const a of one) {
    const row = [0];
    other.forEach((b, j) => {
      row.push(Math.max(above[j + 1], row[j], above[j] + like(a, b)));
    });
    above = row;
  }
  return (2 * above.at(-1)) / (one.length + other.length);
}
