"use strict";

// What the search box shows: results in the theme's own list, filters, what was not found and what is close to it, and
// the query in the address. Texts of the index become HTML in `marked` alone.
{
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt()};`);
  const marked = (parts) => parts.map((part, at) => (at % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part))).join("");
  // digits as those of the page; codes like O27 stay
  const written = (text) =>
    document.documentElement.dataset.digits === "thai"
      ? String(text).replace(/[a-z][\w.-]*|\d/gi, (one) => (one >= 0 ? String.fromCharCode(3664 + +one) : one))
      : String(text);
  const short = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);
  const quoted = (words, or) =>
    words.slice(0, 6).map((word) => `“${short(word, 40)}”`).join(or) + (words.length > 6 ? " …" : "");

  const inFile = location.protocol === "file:";
  const named = location.pathname.endsWith("/index.html") ? "index.html" : ""; // a copy for any hosting names its files
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
  const href = ({ address, words }, anchor) =>
    `${address}${named}?h=${encodeURIComponent(words)}${anchor ? `#${anchor}` : ""}`;

  // --- the scanner: in a worker, or in the page where files are opened without a server

  const start = async ({ load, Native, here }) => {
    if (inFile) {
      const scripts = [self.pattern ? "" : "marks", "words", "close", "scanner"].filter(Boolean).map((name) => `search/${name}.js`);
      for (const script of [...scripts, new URL("search/index.js", base)]) await load(script);
      const answer = self.scanner(self.searchIndex);
      return async (request) => answer(request);
    }
    const worker = new Native(new URL("search/scanner.js", here));
    const index = String(new URL("search/index.json", base));
    return (request) =>
      new Promise((done, failed) => {
        worker.onmessage = ({ data }) => (data.failed ? failed() : done(data));
        worker.onerror = (event) => failed(event.preventDefault());
        worker.postMessage({ ...request, index });
      });
  };

  let scan;
  let waiting;
  let busy;
  const ask = async (request, tools, done, failed) => {
    waiting = { request, done };
    if (busy) return;
    busy = true;
    try {
      scan ??= await start(tools);
      while (waiting) {
        const now = waiting;
        waiting = null;
        const found = await scan(now.request);
        if (!waiting) now.done(found);
      }
    } catch {
      scan = waiting = null;
      failed();
    }
    busy = false;
  };

  // --- the theme's box

  const theme = (worker, tools) => {
    const search = document.querySelector(".md-search");
    const toggle = document.getElementById("__search");
    const input = search.querySelector(".md-search__input");
    const meta = search.querySelector(".md-search-result__meta");
    const list = search.querySelector(".md-search-result__list");
    const status = make("p", { className: "search-status" });
    const extra = make("div", { className: "search-extra" });
    const year = make("select", { name: "year", id: "search-year" });
    const kind = make("select", { name: "kind", id: "search-kind" });
    const labelled = (label, select) => make("div", {}, make("label", { htmlFor: select.id }, label), " ", select);
    const filters = make("div", { className: "search-filters", hidden: true });
    filters.append(labelled("ปี", year), labelled("ประเภท", kind));
    status.setAttribute("role", "status");
    search.setAttribute("aria-label", "ค้นหาในเว็บไซต์");
    meta.after(status, filters, extra);
    meta.hidden = true;

    const { searchParams } = new URL(location);
    const [year4] = /^2\d{3}$/.exec(searchParams.get("q-year")) ?? [0];
    const chosen = { year: Number(year4), kind: searchParams.get("q-kind") ?? "" };

    const remember = (query) => {
      const next = new URL(location);
      const values = { q: query, "q-year": query && chosen.year, "q-kind": query && chosen.kind };
      for (const [name, value] of Object.entries(values)) {
        if (value) next.searchParams.set(name, value);
        else next.searchParams.delete(name);
      }
      try {
        history.replaceState(history.state, "", next);
      } catch {
        // a page opened from a file may not change its address
      }
    };

    const fill = (select, label, options, value) => {
      const every = options.reduce((sum, [, count]) => sum + count, 0);
      const shown = options.some(([one]) => one === value) || !value ? options : [...options, [value, 0]];
      const choices = shown.filter(([one]) => one).map(([one, count]) => new Option(written(`${one} (${count})`), one));
      select.replaceChildren(new Option(written(`${label} (${every})`), ""), ...choices);
      select.value = value || "";
    };

    const say = (query, found) => {
      const { total, pages, replaced, some, cut } = found;
      const parts = [];
      if (found.empty) parts.push(query.trim() ? "พิมพ์คำค้นเป็นตัวอักษรหรือตัวเลข" : "พิมพ์คำที่ต้องการค้นหา");
      else if (!total) {
        const where = chosen.year || chosen.kind ? "ในปีหรือประเภทที่เลือก" : "ในเว็บไซต์นี้";
        parts.push(`ไม่พบ “${short(query.trim(), 60)}” ${where}`);
      } else {
        for (const { text, forms, every } of replaced) {
          const missed = `ไม่พบ ${quoted([text], "")}`;
          if (!forms.length) parts.push(missed);
          else if (every) parts.push(`${missed} ทั้งคำ แสดงหน้าที่มี ${quoted(forms, " และ ")}`);
          else parts.push(`${missed} แสดงผลของ ${quoted(forms, " หรือ ")}`);
        }
        if (some) parts.push("ไม่มีหน้าที่มีครบทุกคำ แสดงหน้าที่มีคำมากที่สุด");
        parts.push(`พบ ${total} หน้า${total > pages.length ? ` แสดง ${pages.length} หน้าแรก` : ""}`);
      }
      if (cut) parts.push("คำค้นยาวเกินไป ใช้เฉพาะส่วนต้น");
      status.textContent = written(parts.join(" · "));
    };

    const suggest = (found) => {
      extra.replaceChildren();
      const replace = (text) => {
        input.value = text;
        input.focus();
        input.dispatchEvent(new Event("keyup"));
      };
      for (const { text, forms, every } of found.replaced) {
        for (const form of every ? [] : forms) {
          const better = found.words.map((word) => (word === text ? form : word)).join(" ");
          if (!extra.firstChild) extra.append("แก้คำค้นเป็น ");
          extra.append(make("button", { type: "button", onclick: () => replace(better) }, written(form)), " ");
        }
      }
      if (found.total || found.empty) return;
      if (chosen.year || chosen.kind) {
        const all = () => {
          Object.assign(chosen, { year: 0, kind: "" });
          input.focus();
          look();
        };
        extra.append(make("button", { type: "button", onclick: all }, "ค้นหาทุกปีทุกประเภท"));
      }
      const links = found.browse.map(([one, title]) =>
        make("li", {}, make("a", { href: new URL(one + named, base) }, title)),
      );
      extra.append(make("p", {}, "ลองใช้คำที่สั้นลงหรือตรวจตัวสะกด หรือเลือกดูจาก"), make("ul", {}, ...links));
    };

    const item = (page, rank) => {
      const score = 1000 - rank;
      const trail = page.trail.length ? `<span class="search-trail">${marked([written(page.trail.join(" › "))])}</span>` : "";
      const first = { location: href(page), title: trail + marked(page.title), text: marked(page.lead) };
      const parts = page.sections.map((one, at) => ({
        location: href(page, one.anchor),
        title: marked(one.heading),
        text: marked(one.text),
        score: at < 1 && !page.titled ? score : score - 0.5,
        terms: {},
      }));
      return [{ ...first, score, terms: {} }, ...parts];
    };

    const show = (query, found) => {
      chosen.kind = found.kind;
      worker.tell({ type: 3, data: { items: found.pages.map(item) } });
      say(query, found);
      fill(year, "ทุกปี", found.years, chosen.year);
      fill(kind, "ทุกประเภท", found.kinds, chosen.kind);
      const several = found.years.length > 1 || found.kinds.length > 1;
      filters.hidden = found.empty || !(several || chosen.year || chosen.kind);
      suggest(found);
      search.querySelector(".md-search__scrollwrap").scrollTop = 0;
      if (toggle.checked) remember(found.empty ? "" : query);
    };

    const fail = () => {
      worker.tell({ type: 3, data: { items: [] } });
      status.textContent = "ค้นหาไม่ได้ในขณะนี้ โปรดลองใหม่อีกครั้ง หรือใช้เมนูของเว็บไซต์";
      filters.hidden = true;
      extra.replaceChildren();
    };

    const look = (query = input.value) => {
      if (!scan) status.textContent = "กำลังค้นหา…";
      ask({ query, ...chosen }, tools, (found) => show(query, found), fail);
    };

    filters.onchange = () => {
      chosen.year = Number(year.value);
      chosen.kind = kind.value;
      look();
    };
    // The theme takes every key for its own, and any that it does not know for the start of a query.
    const THEMES = ["Enter", "Escape", "ArrowUp", "ArrowDown", "Backspace", "Delete"];
    search.addEventListener("keydown", (event) => {
      const { key, target } = event;
      const ours = target.closest(".search-filters, .search-extra, summary") && !/^(Escape|Arrow)/.test(key);
      const inFilter = target.closest("select") && key !== "Escape";
      const nothing = key === "Enter" && target === input && !list.firstChild;
      if (nothing) event.preventDefault();
      if (ours || inFilter || nothing || (key.length > 1 && !THEMES.includes(key))) event.stopPropagation();
    });
    document.addEventListener("focusin", ({ target }) => {
      if (toggle.checked && !search.contains(target)) toggle.click();
    });
    let leaving = false;
    search.addEventListener("click", ({ target }) => (leaving = Boolean(target.closest("a"))), true);
    toggle.addEventListener("change", () => {
      if (toggle.checked) leaving = false;
      else {
        if (search.contains(document.activeElement)) document.activeElement.blur();
        remember(leaving ? input.value : "");
      }
    });
    // a page that the browser kept as it was comes back with the box closed
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted && new URL(location).searchParams.has("q")) input.focus();
    });
    new MutationObserver((changes) => {
      for (const one of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        for (const link of one.querySelectorAll("[tabindex]")) link.tabIndex = 0;
        const more = one.querySelector("summary > div");
        if (more) more.textContent = written(`อีก ${one.querySelectorAll("details a").length} ตำแหน่งในหน้านี้`);
      }
    }).observe(list, { childList: true });
    return look;
  };

  // --- the box of Zensical, which looks results up in its own list of items

  const zensical = (worker, tools) => {
    const ranges = (parts) => {
      let at = 0;
      const every = parts.map((part, index) => {
        const from = at;
        at += escaped(part).length;
        return index % 2 ? { start: from, end: at, value: at - from } : null;
      });
      return every.filter(Boolean);
    };
    const field = (name, parts) => ({ field: name, value: { highlight: { ranges: ranges(parts) } } });
    return ({ input, filter }) => {
      const wanted = (filter?.input?.data?.operands ?? []).map(({ data }) => data.value);
      const year = Number(wanted.find((tag) => tag.startsWith("ปี "))?.slice(3));
      const request = { query: String(input), year, kind: wanted.find((tag) => !tag.startsWith("ปี ")) };
      const show = ({ pages, total, years, kinds }) => {
        worker.setup.items = pages.map((page) => ({
          location: String(new URL(href(page), base)),
          title: page.title.map(escaped).join(""),
          text: (page.sections[0]?.text ?? page.lead).map(escaped).join(""),
          path: page.trail.map(escaped),
        }));
        const items = pages.map((page, id) => ({
          id,
          matches: [field("title", page.title), field("text", page.sections[0]?.text ?? page.lead)],
        }));
        // its filters are tags
        const counts = [...kinds, ...years.map(([one, count]) => [one && `ปี ${one}`, count])].filter(([one]) => one);
        const value = counts.map(([name, count]) => ({ node: { value: name, count } }));
        const aggregations = [{ type: "term", data: { field: "tags", value } }];
        worker.tell({ type: 3, data: { items, pagination: { total }, aggregations } });
      };
      ask(request, tools, show, () => worker.tell({ type: 4 }));
    };
  };

  const looks = new WeakMap();
  self.answer = (worker, data, tools) => {
    if (!looks.has(worker)) looks.set(worker, (typeof data === "string" ? theme : zensical)(worker, tools));
    looks.get(worker)(data);
  };
}
