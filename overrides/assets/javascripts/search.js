"use strict";

// Stands where the theme starts its search worker. Nothing is loaded before somebody searches.
{
  const here = document.currentScript.src;
  const load = (name) =>
    new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: new URL(name, here), onload: done });
      script.onerror = () => failed(script.remove());
      document.head.append(script);
    });
  const Native = self.Worker;
  let box;

  self.Worker = class extends EventTarget {
    constructor() {
      super();
      setTimeout(() => this.tell({ type: 1 }));
    }
    tell(data) {
      const event = new MessageEvent("message", { data });
      this.dispatchEvent(event);
      this.onmessage?.(event);
    }
    postMessage({ type, data }) {
      if (!type) this.setup = data;
      if (type !== 2) return;
      const query = data.input ?? data;
      const nothing = { type: 3, data: { items: [], pagination: { total: 0 } } };
      if (!box && !query.trim?.()) return setTimeout(() => this.tell(nothing));
      box ??= load("search/box.js").catch(() => {});
      box.then(() => {
        if (self.answer) return self.answer(this, data, { load, Native, here });
        box = null;
        document.querySelector(".md-search-result__meta").textContent = "ค้นหาไม่ได้ในขณะนี้ โปรดลองใหม่อีกครั้ง";
      });
    }
    terminate() {}
  };

  // The theme hears keys alone: texts come by pasting and speaking too, and go by the button that empties the box.
  const form = document.forms.search;
  const heard = () => form.query.dispatchEvent(new Event("keyup"));
  form?.query.addEventListener("input", heard);
  form?.addEventListener("reset", () => setTimeout(heard));
  if (/[?&]h=/.test(location.search)) load("search/marks.js").catch(() => {});
}
