// The scheme switch, `/` for the search box, and the address in the citation. A classic script
// (loaded with defer), because browsers refuse modules to a site opened from disk; three modules are
// fetched when they are wanted: suggestions in a search box, the marks of what was searched for,
// and the buttons beside citations.
(() => {
  const page = document.documentElement;
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const papers = document.querySelectorAll('meta[name="theme-color"]');
  const printed = [...papers].map((meta) => meta.content);

  /** The browser's own bars take the colour of the paper that is shown. */
  const colourBars = () => {
    const chosen = { light: 0, dark: 1 }[page.dataset.theme];
    papers.forEach((meta, i) => (meta.content = printed[chosen ?? i]));
  };

  document.querySelector(".theme").addEventListener("click", () => {
    const system = systemIsDark.matches ? "dark" : "light";
    const wanted = (page.dataset.theme ?? system) === "dark" ? "light" : "dark";
    // Back at the system's scheme there is nothing to remember: follow the system again.
    if (wanted === system) delete page.dataset.theme;
    else page.dataset.theme = wanted;
    try {
      if (wanted === system) localStorage.removeItem("theme");
      else localStorage.setItem("theme", wanted);
    } catch {
      // Not remembered, but shown.
    }
    colourBars();
  });
  colourBars();

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const boxes = [...document.querySelectorAll('input[name="q"]')];
    const box = boxes.find((input) => input.checkVisibility?.() ?? input.offsetParent);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  if (location.protocol.startsWith("http")) {
    for (const place of document.querySelectorAll("[data-here]")) {
      const address = location.href.replace(/[?#].*$/, "");
      place.textContent = `${place.textContent.replace("[N].", "[N/OL].")} ${address}.`;
    }

    for (const box of document.querySelectorAll('input[name="q"]')) {
      box.setAttribute("role", "combobox");
      box.setAttribute("aria-expanded", "false");
      box.setAttribute("aria-autocomplete", "list");
      box.addEventListener("focus", () => {
        const before = box.value;
        const attached = ({ attach }) => attach(box, box.value !== before);
        import("./search/suggest.js").then(attached, () => {}); // Without it one types to the end.
      });
    }
    document.querySelector(".citations")?.addEventListener(
      "toggle",
      () => import("./cite.js").catch(() => {}), // Without it one selects by hand.
      { once: true },
    );
    if (new URLSearchParams(location.search).has("hl")) {
      import("./search/mark.js").catch(() => {}); // Without it one reads without marks.
    }
  }
})();
