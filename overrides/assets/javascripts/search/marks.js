"use strict";

// Finds folded words in texts as they are written, and marks them on a page opened with ?h=words.
{
  const same = { ำ: "(?:ำ|ํา)", แ: "(?:แ|เเ)", "-": "\\s*[-‐-―−]\\s*", "(": "\\s*\\(\\s*" };
  let border = "(?<![\\d๐-๙]\\.?)"; // older browsers cannot look behind
  try {
    RegExp(border);
  } catch {
    border = "";
  }

  self.pattern = (words) => {
    const written = (word) =>
      word.replace(/([่-๋])ำ|[^]/g, (one, tone, at) => {
        const pair = word.slice(at && at - 1, at + 1);
        const gap = /\d\d/.test(pair) ? ",?" : pair[1] && /[ก-๛.]/.test(pair) ? "[\\s\\u00ad\\u200b-\\u200d]*" : "";
        if (tone) return `${gap}(?:${one}|ํ${tone}า)`;
        if (one >= 0) return `${at ? gap : border}[${one}${String.fromCharCode(3664 + +one)}]`;
        if (/o\d/.test(word.slice(at, at + 2))) one += "[ -]?";
        else one = same[one] ?? one.replace(/[^\wก-๛]/, "\\$&");
        return gap + one;
      });
    return RegExp(`(${words.map(written).join("|")})`, "gi");
  };

  const words = self.document && new URLSearchParams(location.search).get("h");
  if (words) {
    const found = self.pattern(words.split(" ").filter(Boolean).slice(0, 20));
    const walker = document.createTreeWalker(document.querySelector("article"), 4);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parts = text.data.split(found);
      const mark = (part, at) => (at % 2 ? Object.assign(document.createElement("mark"), { textContent: part }) : part);
      if (parts[1] && !text.parentElement.closest("svg,[data-search-exclude]")) text.replaceWith(...parts.map(mark));
    }
  }
}
