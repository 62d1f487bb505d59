"""tools/handbook.py: the page of all messages is what the tables and the program say now."""

import re

import pytest

from generator.explanations import EXPLANATIONS, GROUPS, Explanation
from tools import handbook


@pytest.fixture(scope="module")
def page() -> str:
    return handbook.page()


def test_the_page_is_current(page: str) -> None:
    assert handbook.PAGE.read_text(encoding="utf-8") == page, "run tools/handbook.py"


def test_each_code_has_one_heading_and_what_links_to_it(page: str) -> None:
    anchors = re.findall(r"^##+ .+ \{#([a-z0-9-]+)\}$", page, re.MULTILINE)

    assert sorted(anchors) == sorted([*EXPLANATIONS, *(f"topic-{group.anchor}" for group in GROUPS)])
    assert set(re.findall(r"\]\(#([a-z0-9-]+)\)", page)) == {c for c in EXPLANATIONS if not c.startswith("audit-")}


def test_no_example_ends_its_own_block_or_looks_like_a_template(page: str) -> None:
    blocks = re.findall(r"^```(\w+)\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL)

    assert len(blocks) * 2 == page.count("```")
    assert not re.search(r"\{\{|\{%|\{#|%\}|\}\}", "".join(body for _, body in blocks))


def test_no_number_of_a_person_is_printed(page: str) -> None:
    assert "1-2345-67890-12-1" not in page
    assert "081-234-5678" not in page
    assert "x-xxxx-xxxxx-xx-x" in page


def test_the_message_of_an_example_is_the_program_s_own(page: str) -> None:
    said = "\n".join(handbook.said("score-range", EXPLANATIONS["score-range"]))

    assert said.startswith("data/tua-yang/2568/scores.yml:1:10: คะแนน 9090 อยู่นอกช่วง [score-range]\n")
    assert f"```text\n{said}\n```" in page


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("value-conflict", " · หยุดการเผยแพร่จนกว่าจะแก้ไขหรือรับทราบ"),
        ("script-noise", " · ไม่หยุดการเผยแพร่"),
        ("file-empty", ""),
    ],
)
def test_a_finding_says_whether_it_stops_the_publication(page: str, code: str, words: str) -> None:
    (line,) = re.findall(f"^รหัส `{code}`(.*)$", page, re.MULTILINE)

    assert line.endswith(words)
    assert bool(line) is bool(words)


def test_an_example_that_does_not_bring_up_its_message_is_a_fault() -> None:
    with pytest.raises(ValueError, match="score-range"):
        handbook.said("score-range", Explanation("ชื่อ", "เหตุ", "แก้", {"site.yml": (None, None)}))
