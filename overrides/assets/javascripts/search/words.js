"use strict";

// Queries and texts in one folded form, in which equal writings are equal, and the words of a query.
{
  const digits = (text) => text.replace(/[๐-๙]/g, (digit) => digit.charCodeAt() - 3664);
  const fold = (text) =>
    digits(text.toLowerCase())
      .replace(/[‐-―−]/g, "-")
      .replace(/[ \u00a0]+(?=[ก-๛])/g, "")
      .replace(/([ก-๛])[ \u00a0]+/g, "$1")
      .replace(/([ก-๛]\.)[ \u00a0]+(?=\d)/g, "$1")
      .replace(/ *([-(]) */g, "$1")
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/\bo[ -](?=\d)/g, "o");

  // The one form of Thai that texts of the index have already.
  const clean = (text) =>
    text
      .normalize()
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/\u0e4d([่-๋]?)า/g, "$1ำ")
      .replace(/ำ([่-๋])/g, "$1ำ")
      .replace(/([่-์])([ัิ-ู])/g, "$2$1")
      .replace(/เเ/g, "แ");

  // Words of a folded text, which has no spaces around Thai. Older browsers have no dictionary: then all is one word.
  const segmenter = Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });
  const split = (text) =>
    text.split(/([a-z\d.]+)/).flatMap((part) => {
      if (!segmenter || /^[a-z\d]/.test(part)) return part || [];
      return Array.from(segmenter.segment(part), ({ segment }) => segment.split(/(?=ฯ)/)).flat();
    });

  // Other writings of a word: O42, โอ42, 042; 2568, ปี 68.
  const writings = (text, before) => {
    const code = /^(?:o|โอ|0)(\d\d?)$/.exec(text) ?? (before === "ข้อ" && /^(\d\d?)$/.exec(text));
    const year = /^25(\d\d)$/.exec(text);
    if (code) return ["o", "0", "โอ"].map((start) => start + code[1]);
    return year ? ["25", "ปี", "ปีงบประมาณ", "พ.ศ."].map((start) => start + year[1]) : [text];
  };

  // A year or an item's code at the end of a word is a word of its own: ปีงบประมาณ พ.ศ. 68, ข้อ O42.
  const YEAR = /^(.*?)(?:ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?|พ\.?ศ\.?)((?:25)?\d\d)$/;
  const CODE = /^(.*[ก-๛])((?:o|โอ|0)\d\d?)$/;
  const LONGEST = 300;
  const MOST = 12;

  // The words of a query, the whole of it as a phrase, and whether some of it is left out.
  const read = (query) => {
    const joined = digits(clean(query.slice(0, LONGEST)).toLowerCase())
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/(^|\s)(o|โอ)[ -]+(?=\d)/g, "$1$2")
      .replace(/(ปี|ปีงบประมาณ|พ\.?ศ\.?)\s+(?=(?:25\d\d|(?!25)\d\d)(?!\d)|พ\.?ศ)/g, "$1");
    const words = [];
    for (const token of joined.split(/[\s\x00-\x1f,;]+/)) {
      const bare = fold(token).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
      const [, before, number] = YEAR.exec(bare) ?? [];
      const [, start, end] = CODE.exec(bare) ?? [, , bare];
      const isYear = number && number !== "25"; // what may become 2568 is no year yet
      for (const part of isYear ? [before, `25${number.slice(-2)}`] : [start, end]) {
        if (!/[\p{L}\p{N}]/u.test(part ?? "") || words.some(({ text }) => text === part)) continue;
        words.push({ text: part, forms: writings(part, words[words.length - 1]?.text) });
      }
    }
    return { words: words.slice(0, MOST), phrase: fold(joined).trim(), cut: query.length > LONGEST || words.length > MOST };
  };

  self.words = { fold, read, split };
}
