"use strict";

// What to look for instead of a word that stands nowhere: a word of the site that is close to it, or its parts.
{
  const { split } = self.words;
  // letters that are written for one another
  const ALIKE = "นณ,สศษซ,ไใ,ดฎ,ตฏ,ถฐ,ทธฒฑ,พภผ,ยญ,ลฬร,คฆข,ชฌฉ,อฮ".split(",");
  const LONGEST = 31; // bits of a number
  const MOST = 12; // parts of one word

  const alike = (one, other) => ALIKE.some((set) => set.includes(one) && set.includes(other));
  const kinds = (text) => [/[ก-๛]/, /[a-z]/, /\d/, /[^ก-๛a-z\d]/].filter((one) => one.test(text));
  const LETTER = /[ก-๎a-z]/;
  const numbers = (text) => text.replace(/\D/g, "");
  const weight = (letter) => (/[็-๎]/.test(letter) ? 0.5 : 1); // tone marks are easily forgotten

  // How far two words are from each other: letters to drop, to add, or to change.
  const distance = (one, other) => {
    let row = [0];
    for (const letter of other) row.push(row[row.length - 1] + weight(letter));
    for (const letter of one) {
      const next = [row[0] + weight(letter)];
      for (let at = 0; at < other.length; at++) {
        const change = letter === other[at] ? 0 : alike(letter, other[at]) ? 0.4 : 1;
        next.push(Math.min(row[at + 1] + weight(letter), next[at] + weight(other[at]), row[at] + change));
      }
      row = next;
    }
    return row[other.length];
  };

  // `isWord` tells whether a text stands somewhere as a word of its own.
  self.closeTo = (all, isWord) => {
    // Ends of the passages that are a word but for at most `most` letters. A bit of a row stands for a beginning of the
    // word, a row for a number of errors (Wu and Manber, Fast text searching allowing errors, 1992).
    const masks = new Uint32Array(65536);
    const within = (word, most) => {
      masks.fill(0);
      for (let at = 0; at < word.length; at++) {
        for (const letter of ALIKE.find((set) => set.includes(word[at])) ?? word[at]) {
          masks[letter.charCodeAt(0)] |= 1 << at;
        }
      }
      const whole = 1 << (word.length - 1);
      const first = Array.from({ length: most + 1 }, (_, errors) => (1 << errors) - 1);
      let rows = [...first];
      const ends = [];
      for (let at = 0; at < all.length && ends.length < 400; at++) {
        const code = all.charCodeAt(at);
        if (code < 32) {
          rows = [...first];
          continue;
        }
        const mask = masks[code];
        let before = rows[0];
        rows[0] = ((before << 1) | 1) & mask;
        for (let errors = 1; errors <= most; errors++) {
          const old = rows[errors];
          rows[errors] = (((old << 1) | 1) & mask) | before | (before << 1) | (rows[errors - 1] << 1) | 1;
          before = old;
        }
        if (rows[most] & whole) ends.push(at + 1);
      }
      return ends;
    };

    // Whole words of the site there, best first. A number is never taken for another one.
    const near = (word, most) => {
      if (word.length > LONGEST) return [];
      const found = new Map();
      const fits = (run) =>
        LETTER.test(word) ? kinds(run).every((one) => one.test(word)) : !LETTER.test(run) && numbers(run) === numbers(word);
      const seen = new Set();
      for (const end of within(word, most)) {
        const passage = all.slice(Math.max(0, end - word.length - 2), end + 2);
        if (seen.has(passage)) continue;
        seen.add(passage);
        const before = all.slice(Math.max(0, end - word.length - 15), end).split(/[\n\x01]/).pop();
        const parts = split(before + all.slice(end, end + 10).split(/[\n\x01]/)[0]);
        for (let first = 0; first < parts.length; first++) {
          let run = "";
          for (let last = first; last < parts.length && run.length < word.length + 3; last++) {
            run += parts[last];
            if (run.length >= word.length - 3 && fits(run) && !found.has(run)) found.set(run, distance(word, run));
          }
        }
      }
      const close = [...found].filter(([, far]) => far <= most).sort((a, b) => a[1] - b[1]);
      const best = close.slice(0, 12).filter(([run]) => isWord(run)); // a window may begin or end inside of a word
      return best.filter(([, far]) => far < best[0][1] + 0.5).slice(0, 3).map(([run]) => run);
    };

    // The word with two neighbouring letters in their right order.
    const swapped = (word) => {
      if (word.length > LONGEST || !/[ก-๛a-z]{2}/.test(word)) return [];
      const turned = Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
      return turned.filter((one) => one !== word && isWord(one)).slice(0, 1);
    };

    const allowed = (text) => (text.length < 4 ? 0 : text.length < 6 ? 1 : text.length < 10 ? 2 : 3);
    const guess = (text, most) => {
      const forms = most && most <= allowed(text) ? near(text, most) : [];
      return forms.length ? { text, forms } : null;
    };
    const part = (text) => (isWord(text) ? { text, forms: [text] } : guess(text, Math.min(2, allowed(text))));

    // The words to look for, and how to tell of them: `forms` of which one stands there, or `every` one of them.
    return ({ text }) => {
      const asOne = (word) => word && { text, forms: word.forms, words: [word] };
      const asParts = (words) => ({ text, forms: words.map(({ forms }) => forms[0]), words, every: true });
      const turned = swapped(text);
      const parts = [...new Set(split(text))].filter((one) => one.length > 1);
      const known = parts.length > 1 && parts.length <= MOST && parts.every(isWord);
      return (
        asOne(turned.length ? { text, forms: turned } : guess(text, 1) ?? guess(text, 2)) ??
        (known ? null : asOne(guess(text, 3))) ??
        asParts(parts.length > 1 ? parts.slice(0, MOST).map(part).filter(Boolean) : [])
      );
    };
  };
}
