"""Rules of disclosures."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator import links
from generator.frameworks import packaged
from generator.model import (
    Agency,
    AgencyProfile,
    AgencyYear,
    AttachedFile,
    Dataset,
    Disclosures,
    Documents,
    FileKind,
    Framework,
    Layout,
    Site,
)
from generator.problems import Problem, Source
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import validate

YEAR = FiscalYear(2568)
Told = list[tuple[str, str, str]]

# O1 has three components, O2 none of its own, O3 a sentence for the case that nothing occurred.
FRAMEWORK = """\
fiscal_year: 2568
title: เกณฑ์ทดสอบ
standing: ทดสอบ
instruments: [{code: OIT, name: ก, short_name: ก, name_en: a, weight: 1, confidence: inference}]
indicators: [{number: 9, name: ข, name_en: b, instrument: OIT, confidence: inference}]
scoring: {tolerance: 0.01, bar: 85, threshold: 70, confidence: inference}
grades: [{label: ค, overall_min: 0, confidence: inference}]
sub_indicators: [{code: 9.1, indicator: 9, name: ง, items: [O1, O2, O3], confidence: inference}]
items:
  - {code: O1, title: แผน, sub_indicator: 9.1, components: [โครงการ, งบประมาณ, ระยะเวลา], confidence: inference}
  - {code: O2, title: ข่าว, sub_indicator: 9.1, confidence: inference}
  - {code: O3, title: สถิติ, sub_indicator: 9.1, nothing: ไม่มีเรื่อง, confidence: inference}
"""


def _framework(text: str = FRAMEWORK) -> Framework:
    return parse(read(text.encode(), "data/frameworks/2568.yml"), Framework)


def _file(name: str, kind: FileKind = FileKind.PDF, pages: int | None = 3) -> AttachedFile:
    """A PDF of three pages, or another file."""
    source = Source(f"data/tua-yang/2568/files/{name}")
    return AttachedFile(name, Path(name), source, kind, 100, name, pages if kind is FileKind.PDF else None)


def _year(answers: str, files: Sequence[AttachedFile] = (), unread: Sequence[str] = ()) -> AgencyYear:
    disclosures = parse(read(answers.encode(), "disclosure.yml"), Disclosures) if answers else None
    return AgencyYear(YEAR, disclosures=disclosures, files=tuple(files), unread=frozenset(unread))


def _problems(*years: AgencyYear, profile: str = "", framework: Framework | None = None) -> tuple[Problem, ...]:
    """What all rules find in an agency of these years, judged by the rules of `YEAR`."""
    text = f"name: ก\ntype: ข\nprovince: ค\n{profile}"
    agency = Agency("tua-yang", parse(read(text.encode(), "agency.yml"), AgencyProfile), years)
    frameworks = {year.fiscal_year: framework or _framework() for year in years if year.fiscal_year == YEAR}
    site = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
    return validate(Dataset(site, (agency,), frameworks))


def _told(problems: Sequence[Problem]) -> Told:
    return [(one.code, str(one.source).removeprefix("data/tua-yang/2568/"), one.found) for one in problems]


def _judged(answers: str, *files: AttachedFile, unread: Sequence[str] = ()) -> Told:
    """Code, place and what was found, where the lines stand under `items:`; a year of one list."""
    return _told(_problems(_year(f"items:\n{answers}", files, unread)))


def _evidence(*given: str, item: str = "O1") -> str:
    """The answer to an item with these pieces of evidence, the first of them at 4:7."""
    return f"- item: {item}\n  evidence:\n" + "".join(f"    - {{title: ก, {one}}}\n" for one in given)


def test_an_answer_that_breaks_no_rule() -> None:
    assert (
        _judged(_evidence("file: a.pdf, pages: {1: 3}, year: 2568", "link: https://a.th, whole: true"), _file("a.pdf"))
        == []
    )
    assert _told(_problems(_year(""))) == []


# --- disclosed_items_are_known, disclosed_items_stand_once


@pytest.mark.parametrize(
    ("items", "breaches"),
    [
        (["O1"], []),
        (["O1", "O2", "O3"], []),
        (["O4"], [("unknown-code", "disclosure.yml:2:3", "O4")]),
        (["O3", "ข้อ O ๔๓"], [("unknown-code", "disclosure.yml:3:3", "O43")]),
        # twice, in two spellings, and three times; every place is told
        (["O1", "O1"], [("duplicate-item", f"disclosure.yml:{line}:3", "O1") for line in (2, 3)]),
        (["o๑", "ข้อ O 1"], [("duplicate-item", f"disclosure.yml:{line}:3", "O1") for line in (2, 3)]),
        (["O2", "O1", "O2", "O2"], [("duplicate-item", f"disclosure.yml:{line}:3", "O2") for line in (2, 4, 5)]),
    ],
)
def test_disclosed_items_are_known_and_stand_once(items: Sequence[str], breaches: Told) -> None:
    assert _judged("".join(f"- item: {item}\n" for item in items)) == breaches


def test_which_items_there_are() -> None:
    (problem,) = _problems(_year("items: [{item: O44}]"))

    assert problem.details == {"known": "O1, O2, O3"}


# --- components_are_known


@pytest.mark.parametrize(
    ("item", "given", "unknown"),
    [
        ("O1", "components: [1]", []),
        ("O1", "components: [1, 2, 3]", []),
        ("O1", "components: [0]", ["0"]),
        ("O1", "components: [4]", ["4"]),
        ("O1", "components: [9, 2, 4]", ["4", "9"]),
        ("O1", "components: [4, 4]", ["4"]),
        ("O1", "pages: {3: 1}", []),
        ("O1", "pages: {4: 1}", ["4"]),
        ("O1", "pages: {0: 1}, components: [3]", ["0"]),
        ("O1", "pages: {4: 1}, components: [4, 5]", ["4", "5"]),
        ("O1", "whole: true", []),
        # an item of which no component is known has one: its title
        ("O2", "components: [1]", []),
        ("O2", "components: [2]", ["2"]),
        ("O2", "components: [0]", ["0"]),
    ],
)
def test_components_are_known(item: str, given: str, unknown: Sequence[str]) -> None:
    found = _judged(_evidence("file: a.pdf, whole: true", f"file: a.pdf, {given}", item=item), _file("a.pdf"))

    assert found == [("unknown-component", "disclosure.yml:5:7", number) for number in unknown]


def test_which_components_an_item_has() -> None:
    text = f"items:\n{_evidence('link: https://a.th, components: [5]')}"

    (problem,) = _problems(_year(text))

    assert problem.details == {"item": "O1", "known": "1 = โครงการ, 2 = งบประมาณ, 3 = ระยะเวลา"}


def test_of_an_item_that_nobody_knows_nothing_else_is_said() -> None:
    found = _judged(_evidence("link: https://a.th, components: [0, 99], pages: {1: 1}", item="O9"))

    assert found == [("unknown-code", "disclosure.yml:2:3", "O9")]


# --- evidence_is_one_thing


@pytest.mark.parametrize(
    ("given", "clear"),
    [
        ("page: contact/", True),
        ("file: a.pdf", True),
        ("link: https://a.th", True),
        ("note: ก", False),
        ("page: contact/, file: a.pdf", False),
        ("page: contact/, link: https://a.th", False),
        ("file: a.pdf, link: https://a.th", False),
        ("page: contact/, file: a.pdf, link: https://a.th", False),
    ],
)
def test_evidence_is_one_thing(given: str, clear: bool) -> None:
    found = _judged(_evidence("link: https://a.th", given), _file("a.pdf"))

    assert found == ([] if clear else [("evidence-unclear", "disclosure.yml:5:7", "")])


@pytest.mark.parametrize(
    ("given", "clear"),
    [
        ("file: a.pdf", True),
        ("link: https://a.th", True),
        ("note: ก", False),
        ("file: a.pdf, link: https://a.th", False),
    ],
)
def test_an_annex_is_one_thing(given: str, clear: bool) -> None:
    text = _evidence(f"file: a.pdf, annexes: [{{title: ก, file: a.pdf}}, {{title: ก, {given}}}]")

    found = _judged(text, _file("a.pdf"))

    assert [code for code, _, _ in found] == ([] if clear else ["evidence-unclear"])
    assert all(place.startswith("disclosure.yml:4:") and place != "disclosure.yml:4:7" for _, place, _ in found)


# --- attached_files_are_there


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("plan.pdf", False),
        ("แผน ปี 2568 (1).pdf", False),
        # as in the folder but for blanks, and for the two ways to write ำ
        ("แผน  ปี 2568 (1).pdf", False),
        ("ทํา.pdf", False),
        ("plan.pfd", True),
        ("Plan.pdf", True),
        ("files/plan.pdf", True),
        ("2568/files/plan.pdf", True),
    ],
)
@pytest.mark.parametrize("wrapping", ["file: {}", "link: https://a.th, annexes: [{{title: ก, file: {}}}]"])
def test_attached_files_are_there(name: str, missing: bool, wrapping: str) -> None:
    files = [_file(one) for one in ("plan.pdf", "แผน ปี 2568 (1).pdf", "ทำ.pdf")]

    found = _judged(_evidence(wrapping.format(f'"{name}"')), *files)

    assert [(code, what) for code, _, what in found] == ([("evidence-missing", name)] if missing else [])


@pytest.mark.parametrize(
    ("names", "details"),
    [
        (["plan.pdf"], {"known": "plan.pdf", "guess": "plan.pdf"}),
        (["รายงาน.xlsx", "plan.pdf"], {"known": "plan.pdf, รายงาน.xlsx", "guess": "plan.pdf"}),
        (["รายงาน.xlsx"], {"known": "รายงาน.xlsx", "guess": ""}),
        ([], {"known": "–", "guess": ""}),
    ],
)
def test_which_file_may_be_meant(names: Sequence[str], details: dict[str, str]) -> None:
    text = f"items:\n{_evidence('file: plan.pfd')}"

    (problem,) = _problems(_year(text, [_file(name) for name in names]))

    assert problem.details == details


@pytest.mark.parametrize(
    ("unread", "missing"),
    [("files/a.pdf", False), ("files/b.pdf", True), ("a.pdf", True), ("scores.yml", True)],
)
def test_of_a_file_that_cannot_be_published_nobody_says_that_it_is_missing(unread: str, missing: bool) -> None:
    found = _judged(_evidence("file: a.pdf, pages: {1: 99}"), unread=[unread])

    assert found == ([("evidence-missing", "disclosure.yml:4:7", "a.pdf")] if missing else [])


# --- pages_are_those_of_a_pdf


@pytest.mark.parametrize(
    ("given", "breaches"),
    [
        ("file: a.pdf, pages: {1: 1, 2: 2, 3: 3}", []),
        ("file: a.pdf, pages: {1: 3, 2: 3}", []),
        ("file: a.pdf, pages: {1: 0}", ["0 of 3"]),
        ("file: a.pdf, pages: {1: 4}", ["4 of 3"]),
        ("file: a.pdf, pages: {1: 1, 2: 4, 3: 0}", ["4 of 3", "0 of 3"]),
        # the file has no pages, or nobody knows how many
        ("file: a.xlsx, pages: {1: 1}", ["no pdf"]),
        ("file: odd.pdf, pages: {1: 1}", ["no pdf"]),
        ("link: https://a.th, pages: {1: 1}", ["no pdf"]),
        ("page: contact/, pages: {1: 1}", ["no pdf"]),
        ("file: a.xlsx, components: [1]", []),
    ],
)
def test_pages_are_those_of_a_pdf(given: str, breaches: Sequence[str]) -> None:
    files = [_file("a.pdf"), _file("a.xlsx", FileKind.XLSX), _file("odd.pdf", pages=None)]

    found = _problems(_year(f"items:\n{_evidence(given)}", files))

    said: dict[str, Callable[[Problem], str]] = {
        "page-of-file": lambda one: f"{one.found} of {one.details['limit']}",
        "pages-of-no-pdf": lambda _: "no pdf",
    }
    assert sorted(said[one.code](one) for one in found) == sorted(breaches)


def test_of_a_file_that_is_missing_no_page_is_said_to_be() -> None:
    found = _judged(_evidence("file: b.pdf, pages: {1: 9}"), _file("a.pdf"))

    assert [code for code, _, _ in found] == ["evidence-missing"]


# --- exempt_items_stand_alone


@pytest.mark.parametrize(
    ("more", "breach"),
    [
        ("unit: กองคลัง, path: [หน้าหลัก], redirects: [o1.html], result: {credit: full}", False),
        ("evidence: []", False),
        ("evidence: [{title: ก, link: https://a.th}]", True),
        ("nothing: {date: 30 กันยายน 2568}", True),
        ("evidence: [{title: ก, link: https://a.th}], nothing: {date: 30 กันยายน 2568}", True),
    ],
)
def test_exempt_items_stand_alone(more: str, breach: bool) -> None:
    wanted = [("exempt-and-given", "disclosure.yml:2:3", "O3")] if breach else []

    assert _judged(f"- {{item: O3, exempt: คู่มือ ข้อ 4, {more}}}\n") == wanted
    assert _judged(f"- {{item: O3, {more}}}\n") == []


# --- nothing_has_its_sentence


@pytest.mark.parametrize(
    ("item", "known", "breach"),
    [("O3", "", False), ("O1", "O3", True), ("O2", "O3", True)],
)
def test_nothing_has_its_sentence(item: str, known: str, breach: bool) -> None:
    text = f"items:\n- item: {item}\n  nothing:\n    date: 30 กันยายน 2568\n"

    found = _problems(_year(text))

    assert _told(found) == ([("nothing-not-asked", "disclosure.yml:4:5", item)] if breach else [])
    assert [one.details for one in found] == ([{"known": known}] if breach else [])


def test_a_framework_without_a_sentence() -> None:
    framework = _framework(FRAMEWORK.replace("nothing: ไม่มีเรื่อง, ", ""))

    (problem,) = _problems(_year("items: [{item: O3, nothing: {date: 30 กันยายน 2568}}]"), framework=framework)

    assert (problem.code, problem.details) == ("nothing-not-asked", {"known": "–"})


def test_that_nothing_occurred_is_not_judged_of_an_item_that_nobody_knows() -> None:
    found = _judged("- {item: O9, nothing: {date: 30 กันยายน 2568}}\n")

    assert found == [("unknown-code", "disclosure.yml:2:3", "O9")]


# --- terms_run_forwards


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("year: 2568", ""),
        ("year: 2566, until: 2570", ""),
        ("year: 2568, until: 2569", ""),
        ("year: 2568, until: 2568", ""),
        ("year: 2568, until: 2567", "2568–2567"),
        ("until: 2570", "?–2570"),
    ],
)
def test_terms_run_forwards(term: str, told: str) -> None:
    found = _judged(_evidence("link: https://a.th", f"link: https://a.th, {term}"))

    assert found == ([("term-order", "disclosure.yml:5:7", told)] if told else [])


# --- files_have_their_own_addresses


_MARKED = links.attached(YEAR, "แผน.pdf").rsplit("/", 1)[1]


@pytest.mark.parametrize(
    ("names", "clash"),
    [
        (["a.pdf", "b.pdf"], False),
        (["a.pdf", "a.xlsx"], False),
        (["แผน.pdf", "ผัง.pdf"], False),
        (["แผน 1.pdf", "แผน 2.pdf"], False),
        # small and capital letters are one on some servers
        (["a.pdf", "A.pdf"], True),
        (["a.pdf", "a.PDF"], True),
        # a name that is the address of another file
        (["แผน.pdf", _MARKED], True),
    ],
)
def test_files_have_their_own_addresses(names: Sequence[str], clash: bool) -> None:
    found = _problems(_year("", [_file(name) for name in names]))

    first, second = (f"data/tua-yang/2568/files/{name}:1:1" for name in names)
    told = [(one.code, str(one.source), one.details) for one in found]
    assert told == ([("two-addresses", second, {"first": first})] if clash else [])


# --- item_of_a_document_exists


@pytest.mark.parametrize(
    ("more", "breaches"),
    [
        ("", []),
        ("item: O1", []),
        ("item: O3, components: [1]", []),
        ("item: O1, components: [1, 2, 3]", []),
        ("item: O4", [("unknown-code", "O4")]),
        ("item: O4, components: [9]", [("unknown-code", "O4")]),
        ("item: O1, components: [4, 0]", [("unknown-component", "0"), ("unknown-component", "4")]),
        # of a year whose rules nobody has here
        ("item: O99, ita_year: 2567", []),
    ],
)
def test_item_of_a_document_exists(more: str, breaches: Sequence[tuple[str, str]]) -> None:
    text = f"documents:\n- {{kind: memo, title: ก, {more}}}"
    papers = parse(read(text.encode(), "documents.yml"), Documents).documents

    found = _told(_problems(AgencyYear(YEAR, documents=papers)))

    assert found == [(code, "documents.yml:2:3", what) for code, what in breaches]


# --- redirects_differ


@pytest.mark.parametrize(
    ("profile", "answers", "breaches"),
    [
        (
            "redirects: [{old: a.html, new: b/}, {old: b.html, new: b/}]\n",
            "items: [{item: O1, redirects: [c.html]}]",
            [],
        ),
        (
            "redirects:\n- {old: a.html, new: b/}\n- {old: a.html, new: c/}\n",
            "",
            [("two-addresses", "agency.yml:6:3", "a.html")],
        ),
        (
            "redirects: [{old: a.html, new: b/}]\n",
            "items:\n- {item: O2}\n- {item: O1, redirects: [x.html, a.html]}\n",
            [("two-addresses", "disclosure.yml:3:3", "a.html")],
        ),
        (
            "",
            "items:\n- {item: O1, redirects: [a.html]}\n- {item: O2, redirects: [a.html]}\n",
            [("two-addresses", "disclosure.yml:3:3", "a.html")],
        ),
        (
            "",
            "items:\n- {item: O1, redirects: [a.html, a.html]}\n",
            [("two-addresses", "disclosure.yml:2:3", "a.html")],
        ),
    ],
)
def test_redirects_differ(profile: str, answers: str, breaches: Told) -> None:
    assert _told(_problems(_year(answers), profile=profile)) == breaches


def test_an_old_address_leads_to_the_page_of_one_year() -> None:
    before = AgencyYear(
        FiscalYear(2567),
        disclosures=parse(read(b"items: [{item: O1, redirects: [a.html]}]", "2567.yml"), Disclosures),
    )

    (problem,) = _problems(before, _year("items: [{item: O1, redirects: [a.html]}]"))

    assert (problem.code, str(problem.source)) == ("two-addresses", "disclosure.yml:1:9")
    assert problem.details == {"first": "2567.yml:1:9"}


# --- the lists of the years


@pytest.mark.parametrize("year", [2562, 2565, 2566, 2569])
def test_every_item_of_a_list_can_be_answered(year: int) -> None:
    framework = packaged(FiscalYear(year))
    lines = "".join(
        f"- {{item: {item.code}, evidence: [{{title: ก, link: https://a.th, components: [{len(item.asked)}]}}]}}\n"
        for item in framework.items
    )
    disclosures = parse(read(f"items:\n{lines}".encode(), "disclosure.yml"), Disclosures)
    profile = AgencyProfile(name="ก", type="ข", province="ค")
    agency = Agency("tua-yang", profile, (AgencyYear(FiscalYear(year), disclosures=disclosures),))
    site = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")

    assert validate(Dataset(site, (agency,), {FiscalYear(year): framework})) == ()
