// The citations of an article, once they are opened: each can be copied, and those that reference
// managers read can be saved. All is made from the page's own text. Where the archive does not know
// its address, the page has left out its own, and it is put in here.

const here = location.href.replace(/[?#].*$/, "");

/** By the ending of the file's name: its type, its line ends, and where the address belongs. */
const FORMS = {
  bib: {
    type: "application/x-bibtex",
    addressed: (text) => text.replace("\n  langid", `\n  url = {${here}},\n  langid`),
  },
  ris: {
    type: "application/x-research-info-systems",
    ends: "\r\n", // HTML knows \n alone.
    addressed: (text) => text.replace(/\nER {2}- \n$/, `\nUR  - ${here}$&`),
  },
  json: {
    type: "application/vnd.citationstyles.csl+json",
    addressed: (text) => text.replace(/\n\}\]\n$/, `,\n  "URL": ${JSON.stringify(here)}$&`),
  },
};
const ONLINE = (text) => `${text.replace("[N].", "[N/OL].")} ${here}.`;

const details = document.querySelector(".citations");
const words = details.dataset;
const spoken = document.createElement("p");
spoken.className = "unseen";
spoken.setAttribute("role", "status");
details.append(spoken);

const link = details.querySelector("[data-link]");
const unaddressed = link.hidden;
link.hidden = false;
if (unaddressed) link.querySelector("pre").textContent = here;

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((number) => String(number).padStart(2, "0"))
  .join("-");
details.querySelector("[data-today]").textContent = `[${today}]`;

for (const row of details.querySelectorAll("dl > div")) {
  const form = FORMS[row.dataset.file?.split(".").pop()];
  const text = row.querySelector("pre");
  if (unaddressed && row !== link) text.textContent = (form?.addressed ?? ONLINE)(text.textContent);
  const buttons = document.createElement("dd");
  buttons.className = "do";
  buttons.append(button(words.copy, row, copy));
  if (form) buttons.append(button(words.save, row, save));
  row.querySelector("dt").after(buttons);
}

/** A button that says what it does, and to what. */
function button(word, row, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = word;
  made.setAttribute("aria-label", `${word} ${row.querySelector("dt").textContent}`);
  made.addEventListener("click", () => act(row, made));
  return made;
}

async function copy(row, made) {
  spoken.textContent = ""; // The same words a second time are not said.
  const text = row.querySelector("pre");
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    // Not allowed, or an insecure address: the text stands selected, one key away.
    getSelection().selectAllChildren(text);
    return;
  }
  made.textContent = spoken.textContent = words.copied;
  setTimeout(() => (made.textContent = words.copy), 2000);
}

function save(row) {
  const { type, ends = "\n" } = FORMS[row.dataset.file.split(".").pop()];
  const text = row.querySelector("pre").textContent.replaceAll("\n", ends);
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = Object.assign(document.createElement("a"), { href: address, download: row.dataset.file });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
