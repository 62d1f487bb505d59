"use strict";

// Searches by folded substrings, which need no dictionary. In a worker, or in the page where there can be none.
{
  const END = "\x01"; // between places: a page's title, or one of its sections
  const SHOWN = 40;

  if (self.importScripts) importScripts("marks.js", "words.js", "close.js");
  const { fold, read, split } = self.words;

  self.scanner = ({ pages, kinds }) => {
    const places = [];
    const texts = [];
    pages.forEach(([, title, , , , sections], page) => {
      places.push({ page });
      texts.push(title);
      for (const section of sections) {
        places.push({ page, section });
        texts.push(`${section[1]}\n${section[2]}`);
      }
    });
    const all = fold(texts.join(END)) + END;
    const starts = [0];
    for (let at = all.indexOf(END); at >= 0; at = all.indexOf(END, at + 1)) starts.push(at + 1);
    const years = pages.map((page) => page[3]).filter(Boolean);
    const newest = Math.max(...years);
    const span = Math.max(1, newest - Math.min(...years));

    const place = (at) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high - 1) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= at) low = middle;
        else high = middle;
      }
      return low;
    };

    // Numbers and codes are not found inside of longer ones; the last word may be half typed.
    const fits = (form, at, whole) => {
      const before = all.slice(at - 2, at);
      const after = all[at + form.length];
      if (/^\d/.test(form) && /\d[.]?$/.test(before)) return false;
      if (/^o\d/.test(form) && /[a-z\d]$/.test(before)) return false;
      return !(whole && /\d$/.test(form) && /\d/.test(after));
    };

    // Where a word stands: places, each with at most eight positions.
    const find = ({ forms }, whole) => {
      const found = new Map();
      for (const form of forms) {
        let next = 0;
        for (let at = all.indexOf(form); at >= 0; at = all.indexOf(form, next)) {
          next = at + form.length;
          if (!fits(form, at, whole || (forms.length > 1 && /\d\d$/.test(form)))) continue;
          const here = place(at);
          const spots = found.get(here) ?? [];
          found.set(here, spots);
          spots.push({ at, form });
          if (spots.length > 7) next = starts[here + 1];
        }
      }
      return found;
    };

    // Whether a match is a word of its own, as far as can be told; of a half-typed word only its start is asked.
    const known = new Map();
    const bounded = ({ at, form }, last) => {
      const key = `${at} ${form.length}`;
      if (known.size > 5000) known.clear();
      if (!known.has(key)) {
        const from = Math.max(at - 20, all.lastIndexOf("\n", at) + 1, all.lastIndexOf(END, at) + 1);
        let [offset, start, end] = [from, false, false];
        for (const part of split(all.slice(from, at + form.length + 20).split(/[\n\x01]/)[0])) {
          start ||= offset === at;
          offset += part.length;
          end ||= offset === at + form.length;
        }
        known.set(key, (start ? 2 : 0) + (end ? 1 : 0));
      }
      return known.get(key) >= (last ? 2 : 3);
    };

    const isWord = (text) => {
      let at = all.indexOf(text);
      for (let tries = 0; at >= 0 && tries < 20; tries++, at = all.indexOf(text, at + 1)) {
        if (bounded({ at, form: text })) return true;
      }
      return false;
    };
    const instead = self.closeTo(all, isWord);

    // Pages by how many of the words they have.
    const gather = (founds) => {
      const hits = new Map();
      founds.forEach((found, word) => {
        for (const [here, spots] of found) {
          const { page } = places[here];
          if (!hits.has(page)) hits.set(page, { page, words: founds.map(() => []) });
          hits.get(page).words[word].push({ here, spots });
        }
      });
      return [...hits.values()];
    };

    // In a long page a word says less than in a short one.
    const lengths = pages.map(() => 0);
    places.forEach(({ page }, at) => (lengths[page] += starts[at + 1] - starts[at]));
    const usual = lengths.reduce((sum, one) => sum + one, 0) / pages.length;

    const roughly = (hit, words, phrase) => {
      const [address, title, , year, weight] = pages[hit.page];
      const folded = fold(title);
      let [score, covered] = [weight, 0];
      hit.words.forEach((stands) => {
        const inTitle = stands.find(({ here }) => !places[here].section);
        const inHeading = stands.some(({ here, spots }) => spots[0].at < all.indexOf("\n", starts[here]));
        const count = stands.reduce((sum, { spots }) => sum + spots.length, 0);
        score += (inTitle ? 9 : 0) + (inHeading ? 3 : 0) + (count ? 1 + Math.min(2, Math.log2(count) / 2) : 0);
        if (inTitle) covered += inTitle.spots[0].form.length;
        const code = /^o(\d+)$/.exec(stands[0]?.spots[0].form);
        if (code && address.endsWith(`/o${code[1]}/`)) score += 9;
      });
      score += 8 * Math.min(1, covered / folded.length) + (folded.startsWith(phrase) ? 3 : 0);
      score -= Math.max(-1.5, Math.min(6, Math.log2(lengths[hit.page] / usual)));
      score += year ? (0.6 * (year - newest)) / span : -0.3;
      score -= 0.3 * address.split("/").length;
      if (words.some(({ forms }) => forms[0] === String(year))) score += 5;
      return score;
    };

    const rank = (hits, words, phrase) => {
      for (const hit of hits) hit.score = roughly(hit, words, phrase);
      hits.sort((a, b) => b.score - a.score || a.page - b.page);
      for (const hit of hits.slice(0, 2 * SHOWN)) {
        hit.words.forEach((stands, word) => {
          const last = word === words.length - 1;
          const spots = stands.flatMap((one) => one.spots.slice(0, 3)).slice(0, 6);
          if (spots.length && !spots.some((spot) => bounded(spot, last))) hit.score -= 7;
        });
        const line = words.length > 1 && hit.words.flat().some(({ here }) => all.slice(starts[here], starts[here + 1]).includes(phrase));
        if (line) hit.score += 4;
      }
      hits.sort((a, b) => b.score - a.score || a.page - b.page);
      return hits;
    };

    // The same passage in a longer page, or one more page of the same list, tells a reader little that is new.
    const diverse = (hits) => {
      const seen = new Map();
      const again = (key) => {
        seen.set(key, (seen.get(key) ?? 0) + 1);
        return seen.get(key) - 1;
      };
      for (const hit of hits) {
        const list = pages[hit.page][0].replace(/[^/]+\/$/, "");
        if (list) hit.score -= Math.min(2, 0.4 * Math.max(0, again(list) - 2));
      }
      for (const hit of [...hits].sort((a, b) => lengths[a.page] - lengths[b.page])) {
        const passage = hit.sections[0]?.[2].slice(0, 150) ?? "";
        if (passage.length > 40) hit.score -= 2 * again(passage);
      }
      return hits.sort((a, b) => b.score - a.score || a.page - b.page);
    };

    // The sections of a page that have most of the words.
    const sections = (hit) => {
      const weights = new Map();
      hit.words.forEach((stands) => {
        for (const { here, spots } of stands) {
          const { section } = places[here];
          if (section) weights.set(section, (weights.get(section) ?? 0) + 10 + Math.min(spots.length, 2));
        }
      });
      return [...weights].sort((a, b) => b[1] - a[1]).map(([section]) => section);
    };

    // Where a text may be cut: not between a letter and the vowels and marks that belong to it.
    const whole = (text, at) => {
      while (at > 0 && at < text.length && (/[ะ-ฺๅ-๎]/.test(text[at]) || /[เ-ไ]/.test(text[at - 1]))) at--;
      return at;
    };
    const excerpt = (text, found) => {
      const first = Math.max(0, text.search(found));
      let from = first < 60 ? 0 : whole(text, first - 50);
      const space = from ? text.slice(from, first).search(/[ \n]/) : -1;
      if (space >= 0) from += space + 1;
      let to = from + 170;
      const rest = text.slice(to, to + 20).search(/[ \n]/);
      to = rest >= 0 ? to + rest : whole(text, to);
      const cut = text.slice(from, to).replace(/\n/g, " · ");
      return `${from ? "…" : ""}${cut}${to < text.length ? "…" : ""}`.split(found);
    };

    // In a network, whose page it is; what it is about; its year.
    const agencies = new Map(pages.filter((page) => page[2] < 0).map(([address, title]) => [address, title]));
    const trail = ([address, , kind, year]) => {
      const [first, ...deeper] = address.split("/").slice(0, -1);
      const agency = deeper.length ? agencies.get(`${first}/`) : "";
      return [agency, kinds[kind], year && `ปี ${year}`].filter(Boolean);
    };

    const show = (hit) => {
      const [address, title, , , , parts] = pages[hit.page];
      const forms = [...new Set(hit.words.flatMap((one) => one.flatMap(({ spots }) => spots.map(({ form }) => form))))];
      const found = self.pattern(forms.sort((a, b) => b.length - a.length));
      return {
        address,
        title: title.split(found),
        trail: trail(pages[hit.page]),
        words: forms.join(" "),
        // with all of them in the title, what the page is tells more than one more place
        titled: hit.words.every((one) => one.some(({ here }) => !places[here].section)),
        lead: excerpt(parts[0]?.[2] ?? "", found),
        sections: hit.sections
          .filter(([, heading]) => heading)
          .slice(0, 3)
          .map(([anchor, heading, text]) => ({ anchor, heading: heading.split(found), text: excerpt(text, found) })),
      };
    };

    // Where a reader who found nothing can go on: the first page of each kind, contact, agencies of a network.
    const browse = pages
      .filter(([address, , , , weight]) => /^[a-z][a-z0-9-]*\/$/.test(address) && weight >= 0)
      .sort((a, b) => (a[2] < 0) - (b[2] < 0) || a[2] - b[2])
      .slice(0, 12)
      .map(([address, title]) => [address, title]);

    return ({ query, year, kind }) => {
      const { words: asked, phrase, cut } = read(query);
      const empty = !asked.length;
      let words = asked;
      if (!kinds.includes(kind)) kind = "";
      const look = () => gather(words.map((word, at) => find(word, at < words.length - 1)));
      const complete = (hits) => hits.filter((hit) => hit.words.every((one) => one.length));
      let some = false;
      let replaced = [];
      let hits = complete(look());
      if (!hits.length && !empty) {
        const answers = asked.map((word) => (find(word).size ? { words: [word] } : instead(word)));
        replaced = answers.filter(({ forms }) => forms);
        words = answers.flatMap((one) => one.words).slice(0, 20);
        const any = look();
        hits = complete(any);
        some = !hits.length && any.length > 0;
        if (some) {
          const had = (hit) => hit.words.filter((one) => one.length).length;
          const most = Math.max(...any.map(had));
          hits = any.filter((hit) => had(hit) === most);
        }
      }
      const of = (hit) => pages[hit.page];
      const inYear = (hit) => !year || of(hit)[3] === year;
      const ofKind = (hit) => !kind || kinds[of(hit)[2]] === kind;
      const count = (list, value) => {
        const counts = new Map();
        for (const hit of list) counts.set(value(hit), (counts.get(value(hit)) ?? 0) + 1);
        return [...counts];
      };
      const passing = hits.filter((hit) => inYear(hit) && ofKind(hit));
      const ranked = rank(passing, words, phrase).slice(0, SHOWN);
      for (const hit of ranked) hit.sections = sections(hit);
      return {
        empty,
        cut,
        words: asked.map(({ text }) => text),
        kind,
        total: passing.length,
        years: count(hits.filter(ofKind), (hit) => of(hit)[3]).sort((a, b) => b[0] - a[0]),
        kinds: count(hits.filter(inYear), (hit) => kinds[of(hit)[2]] ?? ""),
        replaced: replaced.map(({ text, forms, every }) => ({ text, forms, every })),
        some,
        browse: passing.length ? [] : browse,
        pages: diverse(ranked).map(show),
      };
    };
  };

  if (self.importScripts) {
    let answer;
    self.onmessage = async ({ data }) => {
      try {
        answer ??= self.scanner(await (await fetch(data.index)).json());
        postMessage(answer(data));
      } catch {
        postMessage({ failed: true });
      }
    };
  }
}
