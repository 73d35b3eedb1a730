// Runs before the first paint, so that a reader who chose the other scheme never sees this one flash.
(() => {
  const page = document.documentElement;
  page.classList.add("js");
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") page.dataset.theme = chosen;
  } catch {
    // Storage is closed to us (a private window, a file): the system's scheme is used.
  }
})();
