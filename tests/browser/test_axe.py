"""axe-core over every kind of page."""

from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.axe import AXE, TAGS
from tests.browser.kinds import SCHEMES, WIDTHS, every_page

COLOURS = ["color-contrast", "link-in-text-block"]

# What axe leaves for a person to judge: its rule, which elements, its words, the judgement. Each must be needed.
EXPLAINED = (
    (
        "color-contrast",
        "article svg text",
        "element contains an image node",
        "text of a chart lies on lines and areas of the same picture; its colours are tested with the charts",
    ),
    (
        "color-contrast",
        ".md-search__input",
        "no value",
        "empty until somebody writes; the colours of its placeholder are tested below",
    ),
    ("color-contrast", ".years", "only non-text characters", "figures and arrows alone, in the colour of all text"),
    (
        "color-contrast",
        ".table *",
        "partially obscured",
        "scrolled out of its place in a wide table; its colours are judged on a wider screen",
    ),
    (
        "th-has-data-cells",
        "table",
        "cells are missing",
        "the heading of a group of rows heads the rows below it and has no cells beside it",
    ),
)

_RUN = """async ({ runOnly, explained }) => {
    const { violations, incomplete } = await axe.run(document, {
        runOnly, resultTypes: ['violations', 'incomplete'], elementRef: true,
    });
    const told = [];
    for (const [kind, results] of [['violation', violations], ['incomplete', incomplete]])
        for (const { id, nodes } of results)
            for (const node of nodes) {
                const why = [...node.any, ...node.all, ...node.none].map((one) => one.message)[0] ?? '';
                const known = explained.findIndex(
                    ([rule, where, said]) => rule === id && node.element?.matches(where) && why.includes(said));
                told.push([kind, id, String(node.target), why, known]);
            }
    return told;
}"""


class Verdict(NamedTuple):
    kind: str
    rule: str
    where: str
    why: str
    known: int
    page: str


def _open(browser: Browser, **settings: Any) -> BrowserContext:
    return browser.new_context(reduced_motion="reduce", **settings)


@pytest.fixture(scope="module")
def verdicts(browser: Browser, address: str, full_year: str) -> list[Verdict]:
    """Everything that axe says about every kind of page at every width; in the dark only what depends on colours, where
    most and where least is shown."""
    said = []
    for scheme in SCHEMES:
        context = _open(browser, color_scheme=scheme)
        page = context.new_page()
        rules = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": COLOURS}
        widths = WIDTHS if scheme == "light" else (WIDTHS[0], WIDTHS[-1])
        for name, url in every_page(address, full_year):
            page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
            page.goto(url, wait_until="load")
            page.evaluate("document.fonts.ready")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
                told = page.evaluate(_RUN, {"runOnly": rules, "explained": EXPLAINED})
                said += [Verdict._make([*one, f"{name} {width} {scheme}"]) for one in told]
        context.close()
    return said


def _short(verdicts: list[Verdict]) -> list[str]:
    """One line for each rule and place, with the first page that has it."""
    lines: dict[tuple[str, str], str] = {}
    for one in verdicts:
        lines.setdefault((one.rule, one.where), f"{one.rule}: {one.where} ({one.page}): {one.why}")
    return list(lines.values())


def test_axe_finds_nothing(verdicts: list[Verdict]) -> None:
    assert _short([one for one in verdicts if one.kind == "violation"]) == []


def test_what_axe_leaves_open_is_explained(verdicts: list[Verdict]) -> None:
    assert _short([one for one in verdicts if one.kind == "incomplete" and one.known < 0]) == []


@pytest.mark.parametrize("entry", EXPLAINED, ids=lambda entry: f"{entry[0]} {entry[1]}")
def test_every_explanation_is_needed(entry: tuple[str, str, str, str], verdicts: list[Verdict]) -> None:
    assert any(one.known == EXPLAINED.index(entry) for one in verdicts)


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("<div role='dialog'>ก</div>", "aria-dialog-name"),
        ("<p id='pale'>อ่านยาก</p>", "color-contrast"),
        ("<button></button>", "button-name"),
        ("<a href='./'></a>", "link-name"),
    ],
)
def test_axe_looks(fault: str, rule: str, browser: Browser, address: str) -> None:
    """A fault that is planted is found: the rules are on."""
    context = _open(browser, color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}about/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(
        """(fault) => {
            document.querySelector('article').insertAdjacentHTML('beforeend', fault);
            const pale = document.getElementById('pale');
            if (pale) pale.style.color = '#bbb';
        }""",
        fault,
    )

    told = page.evaluate(_RUN, {"runOnly": {"type": "tag", "values": TAGS}, "explained": []})

    assert [one[1] for one in told if one[0] == "violation"] == [rule]
    context.close()
