"""Whatever analyses, measures and documents say is shown as it stands and never obeyed."""

from collections.abc import Callable
from typing import Any

import pytest

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

HOSTILE = [
    "<script>alert(1)</script> <b>a</b> <img src=j onerror=k> </div></td></table>",
    "**a** _b_ `c` [d](https://e.example) ![f](g.png) <https://h.example> {: onclick=i } {#j}",
    "{{ a }} {% if b %} {%# c #%} # d > e | f & g &amp; &#60;h&#62;",
]

ANALYSIS = """\
title: Q
sections:
  - number: Q
    title: Q
    text: Q
    after: Q
    target: {text: Q, share: 84, bar: 85, year: 2570}
    recommendations: [{number: Q, text: Q, origin: agency, indicators: [1]}, {text: Q, origin: assessor}]
    indicators:
      - {indicator: 1, name: Q, result: Q, purpose: Q, perception: Q, own_analysis: Q, strengths: Q,
         points_to_develop: Q, defects: Q, suggestions: Q, level: Q, issues: {claimed: 2, text: Q},
         remarks: [{passage: Q, note: Q}, {passage: Q, note: Q, caution: true}]}
    remarks: [{passage: Q, note: Q, caution: true}]
  - {text: Q}
"""
MEASURES = """\
title: Q
introduction: [{number: Q, title: Q, text: Q}]
columns:
  - {holds: subject, heading: Q}
  - {holds: title, heading: Q}
  - {holds: perception, heading: Q}
  - {holds: analysis, heading: Q}
  - {holds: steps, heading: Q}
  - {holds: responsible, heading: Q}
  - {holds: period, heading: Q}
  - {holds: follow_up, heading: Q}
  - {holds: progress, heading: Q}
  - {holds: result, heading: Q}
  - {holds: outcome, heading: Q}
measures:
  - {no: 1, number: Q, title: Q, subject: Q, indicators: [1], inferred: Q, analysis: Q, steps: Q, period: Q,
     responsible: [{unit: Q}, {post: Q}], follow_up: Q, progress: [{round: six-months, text: Q}], result: Q,
     outcome: Q, remarks: [{passage: Q, note: Q}]}
  - {no: 2, subject: Q, not_done: Q, merged: [responsible, period, follow_up]}
conclusion: [{title: Q, text: Q}]
"""
DOCUMENTS = """\
documents:
  - kind: memo
    title: Q
    number: Q
    revision: Q
    memo: {office: Q, subject: Q, to: Q, body: Q, closing: Q}
    item: O26
    item_inferred: Q
    contains: [{record: measures, year: 2569}]
    events: [{kind: event, date: 1/10/2568, what: Q, where: Q}]
    signers: [{name: Q, post: Q, note: Q}]
    sections: [{number: Q, title: Q, text: Q}]
    remarks: [{passage: Q, note: Q}]
"""
DISCLOSURE = """\
path: [Q]
items:
  - item: O1
    unit: Q
    path: [Q, Q]
    evidence:
      - {link: "https://www.go.th/a", title: Q, format: Q, note: Q, summary: Q, year: 2569,
         annexes: [{link: "https://www.go.th/b", title: Q, note: Q}]}
      - {file: a.csv, title: Q, whole: true, draft: true}
    result: {credit: none, reason: Q, clarification: Q}
  - {item: O2, exempt: Q}
"""
PAGES = (
    "oit/2569/o1/",
    "oit/2569/o2/",
    "oit/2569/all/",
    "",
    "scores/2568/analysis/",
    "measures/",
    "measures/2569/",
    "measures/2569/1/",
    "measures/2569/2/",
    "documents/",
    "documents/2569/memo/",
    "indicators/1/",
)


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def site(pages: Pages, request: pytest.FixtureRequest) -> dict[str, Tree]:
    quoted = "'" + str(request.param).replace("'", "''") + "'"
    texts = {
        "2568/analysis": ANALYSIS,
        "2569/measures": MEASURES,
        "2569/documents": DOCUMENTS,
        "2569/disclosure": DISCLOSURE,
    }
    files = {f"{name}.yml": text.replace("Q", quoted) for name, text in texts.items()}
    files["2569/files/a.csv"] = "ก,ข\n" + '"' + str(request.param).replace('"', '""') + '",1\n'
    return pages(files)


@pytest.mark.parametrize("site", HOSTILE, indirect=True)
def test_nothing_that_a_file_says_becomes_markup(site: dict[str, Tree]) -> None:
    known = set(
        "div h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tr th td a span strong small br code".split()
    )
    known |= set("svg circle rect path line title g details summary time nav".split())
    for address, tree in site.items():
        if address == "methodology/":
            continue
        pictures = {"img"} if address == "scores/2568/infographic/" else set()
        assert {element.tag for element in tree.iter()} <= known | pictures, address
        assert tree.xpath(".//@onclick | .//@onerror | .//@style") == [], address
        assert tree.xpath(".//@src") == (["infographic.png"] if pictures else []), address
        assert [href for href in tree.xpath(".//a/@href") if "example" in href] == [], address


@pytest.mark.parametrize(("site", "text"), [(one, one) for one in HOSTILE], indirect=["site"])
def test_every_text_is_shown_as_it_stands(site: dict[str, Tree], text: str) -> None:
    shown = {address: said(site[address]).count(text) for address in PAGES}

    assert min(shown.values()) >= 1, shown
    # title, heading, text, target, two recommendations with one number, after, nine parts, remarks and so on
    assert shown["scores/2568/analysis/"] >= 25
    assert shown["measures/2569/"] >= 25
    assert shown["measures/2569/1/"] >= 12
    assert shown["documents/2569/memo/"] >= 14
    # among components and documents: title, format, note, summary, annex, file, its cell; unit, path, result
    assert shown["oit/2569/o1/"] >= 12


@pytest.mark.parametrize("site", HOSTILE, indirect=True)
def test_no_block_ends_before_its_page_does(site: dict[str, Tree]) -> None:
    for address in ("measures/2569/", "measures/2569/1/", "documents/2569/memo/", "scores/2568/analysis/"):
        last = site[address][-1]
        assert last.tag == "p"
        assert said(last).startswith("กลับไปที่ ")
        ids = site[address].xpath(".//@id")
        assert len(set(ids)) == len(ids)
