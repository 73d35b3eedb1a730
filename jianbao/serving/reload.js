// Reloads the page when the site changes, and lays over it what is wrong. Only `serve` adds it.
"use strict";
(() => {
  const script = document.currentScript;
  const own = script.src.replace(/[^/]*$/, "");
  const host = document.createElement("div");
  let events = null;

  function line(name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  function show(problems) {
    host.remove();
    // A page that is itself about what is wrong is loaded anew when that changes.
    if (!problems.length || document.querySelector("main.problems")) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${own}reload.css`;
    const panel = document.createElement("section");
    panel.className = "problems over";
    panel.setAttribute("role", "alert");
    const list = document.createElement("ol");
    list.lang = "en"; // As the program speaks.
    for (const { place, reason, hint } of problems) {
      const item = document.createElement("li");
      item.append(line("b", place), ` ${reason}`);
      if (hint) item.append(line("i", hint));
      list.append(item);
    }
    const heading = line("h1", script.dataset.heading);
    panel.append(heading, list);
    root.replaceChildren(style, panel);
    document.body.append(host);
  }

  function listen() {
    if (events) return;
    events = new EventSource(`${own}events`);
    events.onmessage = (message) => {
      const { version, problems } = JSON.parse(message.data);
      if (version !== script.dataset.version) location.reload();
      else if (!version && problems.length) {
        const told = JSON.stringify(problems);
        if (script.dataset.told && script.dataset.told !== told) location.reload();
        script.dataset.told = told;
      } else show(problems);
    };
  }

  function rest() {
    events?.close();
    events = null;
  }

  // A browser holds six connections to a server: pages that nobody sees shall not use them up.
  function follow() {
    if (document.visibilityState === "visible") listen();
    else rest();
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", rest);
  addEventListener("pageshow", follow);
  follow();
})();
