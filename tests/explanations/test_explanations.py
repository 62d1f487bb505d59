"""Every message has its explanation, and every example brings up just what it is an example of."""

import re
from pathlib import Path

import pytest

from generator.explanations import EXPLANATIONS, GROUPS, Explanation
from generator.explanations.forms import FORMS
from generator.explanations.tables import TABLES
from generator.findings import CHECKS
from generator.problems.messages import MESSAGES
from tools.handbook import RIGHT, WRONG, examined

FINDINGS = {check.code for check in CHECKS}
# What no text file can show: damaged or protected files, sizes, and what a command is told.
ROOT = Path(__file__).parent.parent.parent
UNSHOWN = {
    "file-too-large",
    "no-data-folder",
    "emblem-large",
    "page-of-file",
    "attachment-encrypted",
    "attachment-active",
    "attachment-broken",
    "attachment-unread",
    "hosting-size",
    "agency-vanished",
}
SHOWN = {code: one for code, one in EXPLANATIONS.items() if one.files}


def test_every_code_has_a_section_and_no_other() -> None:
    assert set(EXPLANATIONS) == {*MESSAGES, *FINDINGS}
    assert len(EXPLANATIONS) == sum(len(group.entries) for group in GROUPS)


def test_what_has_no_example_is_named_here() -> None:
    """Faults of the program, and what is wrong in workbooks: no text of a file brings them up."""
    audits = {code for code in MESSAGES if code.startswith("audit-")}
    workbooks = {*FORMS.entries, *TABLES.entries}

    assert {code for code, one in EXPLANATIONS.items() if not one.files} == UNSHOWN | audits | workbooks


@pytest.mark.parametrize("code", sorted({*FORMS.entries, *TABLES.entries}))
def test_what_is_wrong_in_a_workbook_is_brought_up_by_a_test_of_its_own(code: str) -> None:
    folders = ("forms", "grids", "recognise", "commands")
    texts = (path.read_text(encoding="utf-8") for name in folders for path in (ROOT / "tests" / name).glob("*.py"))

    assert any(f'"{code}"' in text or f"[{code}]" in text for text in texts)


def _codes(one: Explanation, side: int) -> tuple[list[str], list[str]]:
    found = examined(one.files, side)
    return [one.code for one in (*found.problems, *found.notices)], [one.code for one in found.findings]


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_files_bring_up_the_message(code: str) -> None:
    problems, findings = _codes(SHOWN[code], WRONG)

    assert code in (findings if code in FINDINGS else problems)
    assert set(problems) <= {code, "file-unused"}


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_files_have_no_problem_and_not_this_finding(code: str) -> None:
    problems, findings = _codes(SHOWN[code], RIGHT)

    assert problems == []
    assert code not in findings


@pytest.mark.parametrize("code", SHOWN)
def test_the_two_sides_differ(code: str) -> None:
    assert any(wrong != right for wrong, right in SHOWN[code].files.values())


def test_titles_tell_messages_apart() -> None:
    titles = [one.title for code, one in EXPLANATIONS.items() if code not in FINDINGS]

    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert not any(EXPLANATIONS[code].title for code in FINDINGS)


_CODE = re.compile("`[^`\n]+`")
_MARKUP = re.compile(r"[`*<>\[\]|\\{}\n]|^[#>-]|  ")


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_texts_are_plain_but_for_names_between_backticks(code: str) -> None:
    """They stand in Markdown and in HTML alike."""
    one = EXPLANATIONS[code]

    for text in (one.cause, one.mend):
        assert text
        assert not _MARKUP.search(_CODE.sub("x", text)), text
    assert "`" not in one.title


def test_texts_of_topics_are_plain_too() -> None:
    for group in GROUPS:
        assert re.fullmatch("[a-z]+", group.anchor)
        assert group.anchor not in EXPLANATIONS
        assert not _MARKUP.search(_CODE.sub("x", group.lead)), group.lead
