"use strict";

// Pages are whole without this. No data becomes HTML, no style is set.
{
  // in the digits of the page
  const shown = (number) => number.toLocaleString(`th-u-nu-${document.documentElement.dataset.digits ?? "latn"}`);
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  // Links to groups become selects; an anchor's first word is its dimension.
  const browse = (filters, list, groups) => {
    const entries = [...list.children];
    const unit = list.id[0] === "a" ? "หน่วยงาน" : "มาตรการ";
    const selects = [];
    const choices = [];
    for (const filter of filters.querySelectorAll(".filter")) {
      const links = filter.querySelectorAll("a");
      const name = links[0].hash.slice(1).split("-")[0];
      const select = make("select", { id: `filter-${name}`, name });
      const label = make("label", { htmlFor: select.id, textContent: filter.firstElementChild.textContent });
      select.append(make("option", { value: "", textContent: "ทั้งหมด" }));
      for (const link of links) {
        const option = make("option", { value: link.dataset.key });
        select.append(option);
        choices.push({ link, option, select });
      }
      for (const one of filter.children) one.hidden = true;
      filter.append(label, select);
      selects.push(select);
    }
    const clear = make("button", { type: "button", textContent: "ล้างตัวกรอง" });
    const status = make("p", { className: "found" });
    status.setAttribute("aria-live", "polite");
    filters.append(clear, status);
    groups.hidden = true;

    // or with another value of one select
    const passing = (other, value) =>
      entries.filter((entry) =>
        selects.every((select) => {
          const key = select === other ? value : select.value;
          return !key || `|${entry.dataset[select.name]}|`.includes(`|${key}|`);
        }),
      );
    const show = () => {
      for (const { link, option, select } of choices) {
        const count = passing(select, option.value).length;
        option.textContent = `${link.textContent} (${shown(count)})`;
        option.disabled = !count && !option.selected;
      }
      const found = passing();
      for (const entry of entries) entry.hidden = !found.includes(entry);
      status.textContent = found.length
        ? `พบ ${shown(found.length)} จาก ${shown(entries.length)} ${unit}`
        : `ไม่พบ${unit}ตามเงื่อนไข`;
    };
    const changed = () => {
      show();
      const query = new URLSearchParams();
      for (const select of selects) if (select.value) query.append(select.name, select.value);
      history.replaceState(null, "", String(query) ? `?${query}` : location.pathname);
    };
    const read = () => {
      const query = new URLSearchParams(location.search);
      for (const { option, select } of choices) option.selected = query.get(select.name) === option.value;
      for (const { link, option } of choices) if (link.hash === location.hash) option.selected = true;
      show();
      // it is hidden
      if (groups.contains(document.getElementById(location.hash.slice(1)))) {
        changed();
        filters.scrollIntoView();
      }
    };
    filters.addEventListener("change", changed);
    clear.onclick = () => {
      for (const select of selects) select.value = "";
      changed();
    };
    addEventListener("popstate", read);
    read();
  };

  // rows without a value stay last
  const sortable = (table) => {
    const [body, more] = table.tBodies;
    const heads = [...table.tHead.rows[0].cells];
    if (more || [...body.rows].some((row) => row.cells.length !== heads.length)) return;
    const thai = new Intl.Collator("th", { numeric: true });
    const number = (text) =>
      parseFloat(
        text
          .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) & 15)
          .replace(/^[−–]/, "-")
          .replace(/,(?=\d{3})/g, ""),
      );
    const absent = (key) => /^(NaN|[−–—-]?)$/.test(key);

    heads.forEach((head, column) => {
      if (!head.textContent || head.matches(".chart") || head.querySelector("a")) return;
      const button = make("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.onclick = () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        const rows = [...body.rows].map((row) => [
          row.cells[column].dataset.value ?? row.cells[column].textContent.trim(),
          row,
        ]);
        const numbers = head.matches(".number") || rows.every(([text]) => /^[−–—+-]?[\d๐-๙.,]*$/.test(text));
        if (numbers) for (const row of rows) row[0] = number(row[0]);
        rows.sort(([a], [b]) => {
          if (absent(a) || absent(b)) return absent(a) - absent(b);
          return (numbers ? a - b : thai.compare(a, b)) * (up ? 1 : -1);
        });
        body.append(...rows.map(([, row]) => row));
        for (const one of heads) one.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
      };
    });
  };

  // Where the stylesheet takes rows apart, old browsers and screen readers forget that it is a table.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const narrow = matchMedia("(max-width: 44.9375em)");
  const keepTables = () => {
    if (!narrow.matches) return;
    for (const table of document.querySelectorAll("table.bars, table.cards, table.dumbbell"))
      for (const one of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")])
        one.setAttribute("role", roles[one.tagName] ?? (one.scope === "col" ? "columnheader" : "rowheader"));
  };

  // What is wider than its place is moved with the keys too, in every browser.
  const places = new ResizeObserver((changed) => {
    for (const { target } of changed) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = target;
      if (scrollWidth <= clientWidth && scrollHeight <= clientHeight + 1) {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
        continue;
      }
      target.tabIndex = 0;
      target.setAttribute("role", "group");
      target.setAttribute("aria-label", target.querySelector("caption")?.textContent ?? "ตาราง");
    }
  });

  // where a browser lets pages write to its clipboard
  const copyable = (foot) => {
    const button = make("button", { type: "button", textContent: "คัดลอกที่อยู่ของหน้านี้" });
    const told = make("span", { className: "copied" });
    told.setAttribute("aria-live", "polite");
    const line = make("p", {});
    line.append(button, " ", told);
    foot.append(line);
    button.onclick = () => {
      const say = (words) => {
        told.textContent = words;
      };
      const address = foot.querySelector(".address")?.textContent ?? location.href.split("#")[0];
      navigator.clipboard.writeText(address).then(
        () => say("คัดลอกแล้ว"),
        () => say("คัดลอกไม่ได้ โปรดคัดลอกจากแถบที่อยู่ของเบราว์เซอร์"),
      );
    };
  };

  const filters = document.getElementById("filters");
  if (filters) browse(filters, document.querySelector("#filters ~ ul"), document.getElementById("groups"));
  document.querySelectorAll("table.sortable").forEach(sortable);
  if (navigator.clipboard) document.querySelectorAll(".page-foot").forEach(copyable);
  document.querySelectorAll(".table").forEach((one) => places.observe(one));
  narrow.addEventListener("change", keepTables);
  keepTables();
}
