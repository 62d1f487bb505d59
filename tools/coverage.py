"""How much of a paper's text its transcription holds, and every passage that it lacks.

    .venv/bin/python tools/coverage.py REPORT AGENCY [--data DIR]

REPORT is the paper's text file, AGENCY the slug of its folder. Exit code 0 at ENOUGH percent or more, 1 below, 2 where
a file cannot be used. Both sides are compared in one form: thai.normalise, Arabic digits, no HTML tags, nothing of
IGNORED. A character of the report is covered where it lies in a run of RUN characters that stands in one text of the
transcription; every character of a text covers one of a passage at most. A shorter cell must be a whole value, a
shorter line must stand in a text, a shorter rest must be a whole value of a record that covers what is beside it. In a
passage of LONG characters a text counts only if what it adds is half of the passage, half of the text, or SURE
characters: stock phrases from here and there add up to nothing (but for rests under REST).

Which texts count depends on the place; words of the transcriber (OURS) count nowhere.
- A cell of a table (a line with tabs, or right below one): texts of one measure, of the headings of its table, of one
  analysis of an indicator, of a place of scores or one of its rows; at most MOST of them, each for one cell of the row.
  A row is about the record that holds most of it. Another record is asked only where that one has less than half of a
  cell, and never for a cell shorter than RUN (ranks, names, scores) that no record of the row's longer cells has.
- A paragraph from a line "ตัวชี้วัดที่ N …" to the next such line or heading: the analyses of that indicator (by printed
  number or name, by `indicator` where no number is printed), titles of sections, recommendations. A heading is a line
  with #, all bold, numbered like 3.1, or called like a section of the transcription (number and title).
- Any other line: every text.

Longer than 300 lines: a tool that runs alone, from the files to what it says about them.
"""

import argparse
import datetime
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from generator import model, thai
from generator.commands.report import problem_lines
from generator.load import load

ENOUGH = 98
RUN, REST, LONG, SURE, MOST = 10, 20, 40, 120, 3
# What OCR and typing add, lose or vary: white space, marks of Markdown and tables, full stops and leaders, commas,
# colons, slashes, quotes, dashes and bullets, brackets.
IGNORED = frozenset(" \t\r\n\u00a0*#|_.…,;:/\\\"'“”‘’-–—−‐‑•·●▪()[]{}<>")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
INDICATOR_LINE = re.compile(r"[0-9]{0,4}(?=ตัวชี้วัดที่([0-9]{1,2})(.*))")
HEADING_LINE = re.compile(r"\s*#|\s*\*\*[^*]+\*\*\s*$|[\s*]*[0-9]+\.[0-9]")

# What a passage of the report is, and which texts of the transcription count for it.
COUNTS = {
    "table": {"table", "indicator"},
    "indicator": {"indicator", "heading"},
    "prose": {"table", "indicator", "heading", "prose"},
}
TABULAR = (model.Measure, model.MeasureColumn, model.Place, model.PrintedScore, model.PrintedInstrument)
STRUCTURED: dict[type, str] = {model.IndicatorAnalysis: "indicator", model.Recommendation: "heading"}
STRUCTURED |= dict.fromkeys(TABULAR, "table")
# Fields in the words of the transcriber, and keys of our files: `field`, or `Class.field`. Scores: see `texts`.
OURS = frozenset(
    """source slug acknowledgements id kind where remarks notice inferred year_inferred item_inferred chosen reading
    AgencyYear.unread Section.places
    OfficialDocument.contains PrintedDate.what MeasureColumn.holds OutcomeClaim.datum Measure.no
    ScoreSet.overall ScoreSet.grade ScoreSet.instruments ScoreSet.indicators ScoreSet.places""".split()
)
# What papers print in one run and a record has in several fields.
NUMBERED = ("{number}{name}", "ตัวชี้วัดที่{number}{name}", "ตัวชี้วัดที่{indicator}{name}")
JOINED: dict[type, tuple[str, ...]] = {
    model.IndicatorAnalysis: NUMBERED,
    model.PrintedScore: NUMBERED,
    model.Section: ("{number}{title}",),
    model.Recommendation: ("{number}{text}",),
    model.Measure: ("{number}{title}", "{number}{subject}", "{responsible}"),
    model.Memo: ("บันทึกข้อความ", "ส่วนราชการ{office}โทร{phone}", "เรื่อง{subject}", "เรียน{to}"),
    model.OfficialDocument: ("ที่{number}วันที่{date}", "วันที่{date}"),
}
# What papers print over and beside scores, where a place has fields of its own for what stands there.
LABELS = """ลำดับที่ อันดับ อันดับที่ ตัวชี้วัด ตัวชี้วัดที่ รายละเอียดตัวชี้วัด คะแนน คะแนนITA คะแนนเฉลี่ย แบบสำรวจ
    เปลี่ยนแปลง ปี{} คะแนนปี{} ผลคะแนนปี{}""".split()


@dataclass(frozen=True)
class Held:
    """One text of the transcription; `owner` is the record that it belongs to, `indicator` the analysis it is in."""

    path: str
    owner: str
    scope: str
    text: str = ""
    whole: str = ""
    indicator: model.IndicatorAnalysis | None = None


@dataclass(frozen=True)
class Passage:
    """A line of the report, or one cell. `at` says where in `text` the characters of `key`, the form that is compared,
    stand; `heading` is the indicator that it stands under: its number, and what follows the number."""

    line: int
    scope: str
    place: str
    text: str
    key: str
    at: tuple[int, ...]
    heading: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Index:
    """The texts, where in them each run of RUN characters stands, and the values of each owner."""

    held: list[Held]
    runs: Mapping[str, list[tuple[int, int]]]
    values: Mapping[str, set[str]]


def folded(text: str) -> str:
    """The form that is compared."""
    return "".join(char for char in thai.to_arabic(thai.normalise(TAG.sub(" ", text))) if char not in IGNORED)


def whole(text: str) -> str:
    """What a short value is compared by: a number keeps its point and sign."""
    try:
        return str(thai.parse_decimal(TAG.sub(" ", text)))
    except thai.NotReadable:
        return folded(text)


def texts(agency: model.Agency) -> list[Held]:
    """Every text of the agency that stands for words of a paper; scores place by place, in their short form too."""
    held = [*_walk(agency.profile, Held("agency", "agency", "prose"))]
    for year in agency.years:
        held += _walk(year, Held(str(year.fiscal_year), "", "prose"))
        for place in year.scores.all_places():
            path = f"{year.fiscal_year}.scores.{place.id}"
            held += _walk(place, here := Held(path, path, "table"))
            years = (year.fiscal_year, place.previous_year)
            held += [_held(here, label.format(one)) for one in years for label in LABELS if place.scores]
    return [one for one in held if one.text]


def _held(here: Held, text: str) -> Held:
    return replace(here, text=folded(text), whole=whole(text))


def _walk(value: Any, here: Held) -> Iterator[Held]:
    """Every text below a value, field by field; `here` is what a text in the value's place is."""
    if isinstance(value, tuple | dict):
        for name, item in value.items() if isinstance(value, dict) else enumerate(value, start=1):
            yield from _walk(item, replace(here, path=f"{here.path}[{name}]"))
        return
    if not isinstance(value, model.Record | model.AgencyYear):
        yield from (_held(here, text) for text in _shown(value))
        return
    kind: type[Any] = type(value)
    if kind in STRUCTURED or here.scope in {"prose", "heading"}:
        owner = here.path.rpartition("[")[0] if kind is model.MeasureColumn else here.path  # headings are one row
        here = replace(here, owner=owner, scope=STRUCTURED.get(kind, "prose"))
    if isinstance(value, model.IndicatorAnalysis):
        here = replace(here, indicator=value)
    said: dict[str, str] = defaultdict(str)
    for name in getattr(kind, "model_fields", None) or kind.__dataclass_fields__:
        if not {name, f"{kind.__name__}.{name}"} & OURS:
            scope = "heading" if kind is model.Section and name in {"number", "title"} else here.scope
            below = [*_walk(getattr(value, name), replace(here, path=f"{here.path}.{name}", scope=scope))]
            said[name] = "".join(one.text for one in (below if name == "responsible" else below[:1]))
            yield from below
    scope = "heading" if kind is model.Section else here.scope
    for pattern in JOINED.get(kind, ()):
        yield _held(replace(here, path=f"{here.path} (joined)", scope=scope), pattern.format_map(said))


def _shown(leaf: Any) -> Iterable[str]:
    """A value as papers print it. A type that nobody thought of must not go unnoticed."""
    if leaf is None or isinstance(leaf, bool | Enum):
        return ()
    if isinstance(leaf, datetime.date):
        long, year = thai.format_date(leaf), leaf.year + thai.BUDDHIST_OFFSET
        return long, f"{long[:-4]} พ.ศ. {year}", f"{leaf.day} {thai.SHORT_MONTHS[leaf.month - 1]} {year}"
    if isinstance(leaf, model.Prose | model.PrintedSpan):
        return (leaf.plain if isinstance(leaf, model.Prose) else leaf.text,)
    if isinstance(leaf, str | int | Decimal | thai.FiscalYear | model.Figure | model.Phrase):
        return (str(getattr(leaf, "value", leaf)),)
    raise TypeError(type(leaf).__name__)


def rows(report: str, titles: Iterable[str]) -> Iterator[list[Passage]]:
    """The report line by line: the cells of a row, or one passage. `titles` are headings that have no marks."""
    known = tuple(one for one in titles if len(one) >= RUN)
    numbered = tuple(one for one in known if one[0].isdigit())
    row, heading = 0, ("", "")
    for number, line in enumerate(report.split("\n"), start=1):
        marked = HEADING_LINE.match(thai.to_arabic(line))
        if "\t" in line or (row and line.strip() and not marked):
            row += 1
            cells = enumerate(line.split("\t"), start=1)
            yield [_passage(number, "table", f"table row {row}, cell {n}", cell) for n, cell in cells]
            continue
        row = 0
        passage = _passage(number, "prose", "prose", line)
        if found := INDICATOR_LINE.match(passage.key):
            # The number before it says only where the analysis stands.
            heading, start = (found[1], found[2]), found.end()
            passage = replace(passage, key=passage.key[start:], at=passage.at[start:])
        elif marked or passage.key in known or passage.key.startswith(numbered):
            heading = ("", "")
        if heading[0]:
            passage = replace(passage, scope="indicator", place=f"indicator {heading[0]}", heading=heading)
        yield [passage]


def _passage(line: int, scope: str, place: str, raw: str) -> Passage:
    text = thai.normalise(TAG.sub(" ", raw))
    at = tuple(n for n, char in enumerate(text) if char not in IGNORED)
    return Passage(line, scope, place, text, thai.to_arabic("".join(text[n] for n in at)), at)


def index(held: list[Held]) -> Index:
    runs, values = defaultdict[str, list[tuple[int, int]]](list), defaultdict[str, set[str]](set)
    for n, one in enumerate(held):
        values[one.owner].add(one.text)
        for at in range(len(one.text) - RUN + 1):
            runs[one.text[at : at + RUN]].append((n, at))
    return Index(held, runs, values)


def _found(passage: Passage, known: Index) -> dict[int, int]:
    """The texts that count for a passage, each with what it covers."""
    key, size = passage.key, len(passage.key)
    if size < RUN:
        table, exact = passage.scope == "table", whole(passage.text)
        same = (n for n, one in enumerate(known.held) if (one.whole == exact if table else key in one.text))
        return {n: (1 << size) - 1 for n in same if _counts(known.held[n], passage)}
    blocks: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for start in range(size - RUN + 1):
        for n, at in known.runs.get(key[start : start + RUN], ()):
            text, length = known.held[n].text, RUN
            if start and at and key[start - 1] == text[at - 1]:
                continue  # within a longer run
            while key[start + length : start + length + 1] == text[at + length : at + length + 1] != "":
                length += 1
            blocks[n].append((length, start, at))
    return {n: _laid(blocks[n]) for n in sorted(blocks) if _counts(known.held[n], passage)}


def _laid(blocks: list[tuple[int, int, int]]) -> int:
    """The runs that a passage shares with a text, the longest first, every character of either used once."""
    covered = used = 0
    for length, start, at in sorted(blocks, reverse=True):
        free = ((1 << length) - 1) & ~(covered >> start) & ~(used >> at)
        covered, used = covered | free << start, used | free << at
    return covered


def _counts(one: Held, passage: Passage) -> bool:
    if one.scope not in COUNTS[passage.scope] or passage.scope != "indicator" or one.indicator is None:
        return one.scope in COUNTS[passage.scope]
    own = one.indicator.indicator if one.indicator.number is None else one.indicator.number
    name = folded(one.indicator.name.value) if one.indicator.name else "-"
    return own == int(passage.heading[0]) or passage.heading[1].startswith(name)


def _best(passage: Passage, masks: Mapping[int, int], known: Index) -> tuple[list[int], int]:
    """The texts that cover a passage, each the best beside those before it, and what they cover."""
    chosen: list[int] = []
    covered, rests, size = 0, 0, len(passage.key)
    least = {n: min(SURE, min(size, len(known.held[n].text)) / 2) if size >= LONG else 1 for n in masks}
    for n, mask in masks.items():
        rests |= mask if mask.bit_count() >= least[n] else 0
    while len(chosen) < (MOST if passage.scope == "table" else size):
        gains = {n: (mask & ~covered).bit_count() for n, mask in masks.items()}
        best = max(masks, key=lambda n: (gains[n] >= least[n], gains[n], -n), default=-1)
        if best < 0 or gains[best] < max(least[best], 1):
            break
        chosen.append(best)
        covered |= masks[best]
    values = set[str]().union(*(known.values[known.held[n].owner] for n in chosen))
    for start, end in _gaps(covered, size):
        rest = ((1 << end - start) - 1) << start
        if end - start < REST and (passage.key[start:end] in values or not rest & ~rests):
            covered |= rest
    return chosen, covered


def cover(row: list[Passage], known: Index) -> list[int]:
    """What is covered of each passage of a line."""
    found = [_found(passage, known) for passage in row]
    if row[0].scope != "table":
        return [_best(row[0], found[0], known)[1]]
    totals, covered, used = defaultdict[str, int](int), [0] * len(row), set[int]()
    for passage, masks in zip(row, found, strict=True):
        for owner, (_, part) in _offers(passage, masks, known).items():
            totals[owner] += part.bit_count()
    about = {max(totals, key=lambda owner: totals[owner])} if totals else set()
    for n in sorted(range(len(row)), key=lambda n: -len(row[n].key)):
        offers = _offers(row[n], {text: mask for text, mask in found[n].items() if text not in used}, known)
        if len(row[n].key) < RUN:
            offers = {owner: offer for owner, offer in offers.items() if owner in about}
        if offers:
            holds = {one: offers[one][1].bit_count() for one in offers}
            least = len(row[n].key) / 2
            owner = max(offers, key=lambda one: (one in about and holds[one] >= least, holds[one], one in about))
            about.add(owner)
            used.update(offers[owner][0])
            covered[n] = offers[owner][1]
    return covered


def _offers(passage: Passage, masks: Mapping[int, int], known: Index) -> dict[str, tuple[list[int], int]]:
    """What each record covers of a cell."""
    owned: dict[str, dict[int, int]] = defaultdict(dict)
    for n, mask in masks.items():
        owned[known.held[n].owner][n] = mask
    return {owner: _best(passage, own, known) for owner, own in owned.items()}


def _gaps(covered: int, size: int) -> list[tuple[int, int]]:
    bits = "".join("1" if covered >> n & 1 else "0" for n in range(size))
    return [found.span() for found in re.finditer("0+", bits)]


def compare(report: str, held: list[Held]) -> tuple[float, list[str]]:
    """The percentage that is covered, and lines: the totals, then what is not covered."""
    known, lines = index(held), list[str]()
    total: dict[str, int] = dict.fromkeys(["all", *COUNTS], 0)
    done = dict(total)
    titles = {one.text for one in held if one.scope == "heading" and one.path.endswith((".title", "] (joined)"))}
    for row in rows(report, titles):
        for passage, covered in zip(row, cover(row, known), strict=True):
            for name in ("all", passage.scope):
                total[name] += len(passage.key)
                done[name] += covered.bit_count()
            if gaps := _gaps(covered, len(passage.key)):
                lines.append(f"line {passage.line} ({passage.place}): {_words(passage, gaps)}")
    share = {name: 100 * done[name] / (total[name] or 1) for name in total}
    kinds = "; ".join(f"{name} {share[name]:.2f} % of {total[name]:,}" for name in COUNTS if total[name])
    return share["all"], [f"{share['all']:.2f} % of {total['all']:,} characters ({kinds})", *lines]


def _words(passage: Passage, gaps: list[tuple[int, int]]) -> str:
    """What is not covered, in the words of the report."""
    if gaps == [(0, len(passage.key))]:
        return passage.text
    parts = (passage.text[passage.at[start] : passage.at[end - 1] + 1] for start, end in gaps)
    return " ".join(f"…{part}…" for part in parts)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="How much of a paper's text its transcription holds.")
    parser.add_argument("report", type=Path)
    parser.add_argument("agency")
    parser.add_argument("--data", type=Path, default=Path("data"))
    options = parser.parse_args(arguments)
    loaded = load(options.data, only=options.agency)
    agency = next((one for one in loaded.dataset.agencies if one.slug == options.agency), None)
    if agency is None or agency.slug in loaded.held:
        print(*(line for problem in loaded.problems for line in problem_lines(problem, "en")), sep="\n")
        print(f"{options.agency}: cannot be compared")
        return 2
    try:
        report = options.report.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        parser.error(str(fault))
    share, lines = compare(report, texts(agency))
    print(f"{options.report.name} in {options.agency}: " + "\n".join(lines))
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
