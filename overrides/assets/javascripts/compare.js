"use strict";

// Agencies side by side, as the address names them: ?a=one&a=two&year=2567. No data becomes HTML, no style is set.
(async () => {
  const MOST = 5;
  const HIGH = 80; // where the axis begins, or tens below
  const place = document.getElementById("compare");
  const { protocol, pathname, search } = location;
  const named = pathname.endsWith("/index.html") ? "index.html" : ""; // a copy for any hosting names its files

  // in the digits of the page
  const thai = document.documentElement.dataset.digits;
  const written = (one) => (thai && one.replace ? one.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]) : one);

  const make = (tag, attributes, ...children) => {
    const space = /svg|path|line/.test(tag) ? "2000/svg" : "1999/xhtml";
    const element = document.createElementNS(`http://www.w3.org/${space}`, tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    element.append(...children.map(written));
    return element;
  };

  // a page opened from a file may load nothing but scripts
  const load = () =>
    new Promise((onload, onerror) => document.head.append(Object.assign(make("script", { src: "summaries.js" }), { onload, onerror })));
  let data;
  try {
    if (protocol === "file:") await load();
    data = self.summaries ?? (await (await fetch("summaries.json")).json());
  } catch {
    return; // what stands there says where to go
  }

  const known = new Map(data.agencies.map((one) => [one.slug, one]));
  const years = Object.keys(data.years).reverse();
  const having = (year, list) => list.filter((slug) => known.get(slug).results[year]);
  const query = new URLSearchParams(search);
  const asked = [...new Set(query.getAll("a"))];
  const there = asked.filter((slug) => known.has(slug));
  let slugs = there.slice(0, MOST);
  let notes = asked.filter((slug) => !known.has(slug)).map((slug) => `ไม่พบ “${slug.slice(0, 40)}” ในเว็บไซต์นี้`);
  if (there[MOST]) notes.push(`เทียบได้ไม่เกิน ${MOST} หน่วยงาน`);
  // else the latest year that all of them have, or two
  const latest = (list, least) => years.find((year) => having(year, list).length >= least);
  let year = query.get("year");
  if (!years.includes(year)) year = latest(slugs, slugs.length || 2) ?? latest(slugs[1] ? slugs : [...known.keys()], 2) ?? years[0];

  // a shape and a colour for each, which stand beside its name and its figures too
  const SHAPES = ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0", "M-5-5h10v10h-10z", "M0-7L7 0L0 7L-7 0z", "M0-6L6 5H-6z", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"];
  const shape = (n) => make("path", { class: `shape-${n + 1}`, d: SHAPES[n] });
  const symbol = (n) => make("svg", { class: "symbol", width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": true }, shape(n));
  const number = (text) => (/^\d/.test(text) ? parseFloat(text) : NaN);

  const compared = (agencies) => {
    const rows = data.years[year].map((label, row) => [label, agencies.map((one) => one.results[year][row])]);
    const scored = rows.filter((_, row) => row !== 1); // the second is the grade
    const values = scored.flatMap(([, texts]) => texts.map(number)).filter((value) => value >= 0);
    const start = Math.min(HIGH, Math.floor(Math.min(...values, 100) / 10) * 10);
    const at = (value) => `${((value - start) / (100 - start)) * 100}%`;
    const names = agencies.map((one) => one.name + (one.inferred.includes(year) ? " (ปีอนุมาน)" : ""));

    const lanes = (texts) => {
      const picture = make("svg", { class: "lanes", width: "100%", height: 16 * texts.length, "aria-hidden": true });
      for (let ten = start; ten <= 100; ten += 10) picture.append(make("line", { x1: at(ten), x2: at(ten), y2: "100%" }));
      texts.forEach((text, n) => {
        const value = number(text);
        if (value >= 0) picture.append(make("svg", { x: at(value), y: 16 * n + 8, overflow: "visible" }, shape(n)));
      });
      return picture;
    };
    const heads = agencies.map(({ slug, type }, n) =>
      make("th", { scope: "col", class: "number", role: "columnheader" }, symbol(n), " ",
        make("a", { href: `../${slug}/scores/${year}/${named}` }, names[n]), " ", make("small", {}, type)),
    );
    const body = rows.map((row) =>
      make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, row[0]),
        make("td", { class: "chart", role: "cell" }, scored.includes(row) ? lanes(row[1]) : ""),
        ...row[1].map((text, n) => make("td", { class: "number", role: "cell", "data-label": names[n] }, symbol(n), ` ${text}`))),
    );
    const head = (text) => make("th", { scope: "col", role: "columnheader" }, text);
    return make("div", { class: "table" }, make("table", { class: "data compared", role: "table" },
      make("caption", {}, `ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ${year} (แกนกราฟ ${start}–100)`),
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, head("รายการ"), head("กราฟ"), ...heads)),
      make("tbody", { role: "rowgroup" }, ...body)));
  };

  const form = make("form", { class: "filters" });
  const status = make("div", { class: "said", role: "status" });
  const result = make("div");
  place.replaceChildren(form, status, result);

  const field = (id, label, options, value) => {
    const select = make("select", { id }, ...options);
    select.value = value;
    return make("div", { class: "filter" }, make("label", { for: id }, label), select);
  };
  const show = () => {
    const fields = [field("year", "ปีงบประมาณ", years.map((one) => new Option(written(`ปี ${one}`), one)), year)];
    for (let n = 0; n < MOST && n < Math.max(2, slugs.length + 1); n++) {
      const options = data.agencies.map(({ slug, name, results }) => {
        const option = new Option(written(results[year] ? name : `${name} (ไม่มีผลปี ${year})`), slug);
        option.disabled = slug !== slugs[n] && (!results[year] || slugs.includes(slug));
        return option;
      });
      fields.push(field(`agency-${n}`, `หน่วยงานที่ ${n + 1}`, [new Option("– ไม่เลือก –", ""), ...options], slugs[n] ?? ""));
    }
    form.replaceChildren(...fields);
    const shown = having(year, slugs);
    const agencies = shown.map((slug) => known.get(slug));
    const said = [...notes];
    for (const slug of slugs) if (!shown.includes(slug)) said.push(`${known.get(slug).name} ไม่มีผลปี ${year}`);
    if (!shown[1]) said.push("เลือกอย่างน้อยสองหน่วยงานที่มีผลในปีเดียวกัน");
    else if (agencies.some(({ type }) => type !== agencies[0].type)) said.push("ต่างประเภทกัน เทียบได้เฉพาะเป็นข้อมูลประกอบ");
    status.replaceChildren(...said.map((text) => make("p", {}, text)));
    result.replaceChildren(shown[1] ? compared(agencies) : "");
  };
  form.onchange = ({ target }) => {
    const [first, ...rest] = [...form.elements].map(({ value }) => value);
    year = first;
    slugs = [...new Set(rest.filter(Boolean))];
    notes = [];
    show();
    document.getElementById(target.id)?.focus();
    try {
      history.replaceState(null, "", `?${new URLSearchParams([...slugs.map((slug) => ["a", slug]), ["year", year]])}`);
    } catch {
      // a page opened from a file may not change its address
    }
  };
  show();
})();
