// What `prongsai serve` adds to a page on its way out: the page is loaded again when the site was built anew, and shows
// what must be mended in the data. Nothing of it is in the published site.
(() => {
  const own = document.currentScript.dataset;
  const PLACE = "prongsai-place";
  let source = null;
  let panel = null;
  let soon = 0;
  let folded = ""; // what the reader has folded away

  // --- where the reader was

  // Asked of the browser first: it knows more than how far down a page is.
  const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  sessionStorage.removeItem(PLACE);
  if (kept && kept.path === location.pathname) {
    addEventListener("load", () => {
      if (Math.abs(scrollY - kept.y) > 1) scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    });
  }

  function again() {
    sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
    stop();
    location.reload();
  }

  // --- what the page is told

  function hear(event) {
    const told = JSON.parse(event.data);
    clearTimeout(soon);
    if (told.site !== own.site) again();
    else if (told.blocks.some(concerns) || !told.note) show(told);
    else soon = setTimeout(show, 400, told); // what is over at once need not be told
  }

  // A browser keeps only six connections to one place: pages that nobody sees must not hold one.
  function listen() {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/-/events");
    source.onmessage = hear;
  }

  function stop() {
    if (source) source.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();

  // --- the panel

  // The pages of an agency show its faults and those of all; a network's own pages show every one.
  function concerns(block) {
    return !block.agencies || !own.agency || block.agencies.includes(own.agency);
  }

  function show(told) {
    const blocks = told.blocks.filter(concerns);
    const parts = [];
    if (told.note) parts.push(element("p", told.note, "note"));
    if (blocks.length) parts.push(list(blocks, told.title));
    if (!panel && parts.length) panel = made();
    if (!panel) return;
    panel.box.setAttribute("role", blocks.length ? "alert" : "status");
    panel.box.replaceChildren(...parts);
    panel.host.hidden = !parts.length;
  }

  // The page's own styles do not reach into it, nor its styles out.
  function made() {
    const host = element("div");
    host.id = "prongsai-panel";
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/-/panel.css";
    const box = element("section");
    host.attachShadow({ mode: "open" }).append(style, box);
    document.body.append(host);
    return { host, box };
  }

  function list(blocks, title) {
    const shown = JSON.stringify(blocks);
    const whole = element("details");
    whole.open = shown !== folded;
    whole.addEventListener("toggle", () => (folded = whole.open ? "" : shown));
    const entries = element("ol");
    for (const { lines: [first, ...more] } of blocks) {
      const entry = element("li");
      entry.append(element("p", first, "fault"), ...more.map((line) => element("p", line.trim())));
      entries.append(entry);
    }
    whole.append(element("summary", title.replace("{count}", blocks.length)), entries);
    return whole;
  }

  function element(name, text = "", kind = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = kind;
    return made;
  }
})();
