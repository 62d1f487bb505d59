"""Every command of the handbook is run as its pages say, in a folder of its own, and prints what they show."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import cli
from tests.handbook.given import GIVEN
from tests.handbook.pages import GENERATED, HANDBOOK, Step, missing, pages, steps
from tools import commands

PAGES = pages()
NOT_RUN = 1  # console blocks that cannot be run here, each with its reason


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_command_of_a_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ที่ทำงาน ITA"  # Thai letters and a blank, as on many computers
    folder.mkdir()
    monkeypatch.chdir(folder)
    for step in steps(page.read_text(encoding="utf-8")):
        match step.kind:
            case "given":
                GIVEN[step.about](folder)
            case "file":
                path = folder / step.about
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(step.shown, encoding="utf-8")
            case "run":
                _run(step)


def _run(step: Step) -> None:
    printed = ""
    for line in step.lines:
        program, *arguments = shlex.split(line)
        assert program == "prongsai", line
        done = CliRunner().invoke(cli.app, arguments)
        printed += done.output
        expected = step.code if line is step.lines[-1] else 0
        assert done.exit_code == expected, f"{line}\n{done.output}\n{done.exception!r}"
    assert not [*missing(step.shown, printed)], printed


def test_every_page_has_commands_that_were_run() -> None:
    for page in PAGES:
        found = [step.kind for step in steps(page.read_text(encoding="utf-8"))]

        assert "run" in found, page.name


def test_what_is_not_run_is_counted_and_has_a_reason() -> None:
    skipped = [step for page in PAGES for step in steps(page.read_text(encoding="utf-8")) if step.kind == "not-run"]

    assert len(skipped) == NOT_RUN
    assert all(len(step.about) > 10 for step in skipped)


def test_nothing_is_given_that_no_page_takes() -> None:
    taken = {step.about for page in PAGES for step in steps(page.read_text(encoding="utf-8")) if step.kind == "given"}

    assert taken == set(GIVEN)


# --- the list of all commands


def test_the_list_of_commands_is_current() -> None:
    assert commands.PAGE.read_text(encoding="utf-8") == commands.page(), "run tools/commands.py"


def test_the_list_has_every_command_and_option() -> None:
    page = commands.page()

    for name, command in commands.commands().items():
        assert f"## prongsai {name} {{#{name}}}" in page
        for option in command.params:
            if option.param_type_name == "option" and option.name != "help":
                assert f"`{option.opts[0]}`" in page


def test_a_command_that_a_page_names_exists_with_its_options() -> None:
    known = commands.commands()
    for page in PAGES:
        for name, more in re.findall(r"`prongsai ([a-z-]+)([^`]*)`", page.read_text(encoding="utf-8")):
            assert name in known, f"{page.name}: prongsai {name}"
            options = {option for one in known[name].params for option in (*one.opts, *one.secondary_opts)}
            assert {word for word in more.split() if word.startswith("--")} <= options, f"{page.name}: {more}"


# --- the pages as text


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_links_lead_to_pages_and_headings_that_are_there(page: Path) -> None:
    for name, anchor in re.findall(r"\]\(([^)#]+\.md)(?:#([^)]+))?\)", page.read_text(encoding="utf-8")):
        if name == "messages.md":  # written by a tool of its own
            continue
        target = HANDBOOK / name
        assert target.is_file(), name
        assert not anchor or f"{{#{anchor}}}" in target.read_text(encoding="utf-8"), f"{name}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_headings_have_plain_anchors_of_their_own(page: Path) -> None:
    headings = re.findall(r"^#+ .*$", re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8")), re.MULTILINE)
    anchors = [re.search(r" \{#([a-z0-9-]+)\}$", heading) for heading in headings]

    assert all(anchors), headings
    assert len({one[1] for one in anchors if one}) == len(headings)


@pytest.mark.parametrize("page", [*PAGES, commands.PAGE], ids=lambda path: path.stem)
def test_every_table_has_a_caption_of_its_own(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    captions = re.findall(r"^\*\*([^*\n]+)\*\*\n\n\|", text, re.MULTILINE)

    assert len(captions) == len(re.findall(r"^\|(?: ?-+ ?\|)+$", text, re.MULTILINE))
    assert len(captions) == len(set(captions))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_pictures_are_there_and_have_a_text(page: Path) -> None:
    for text, name in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        assert len(text) > 10, name
        assert (HANDBOOK / name).is_file(), name


def test_pictures_are_small_and_used() -> None:
    used = {name for page in PAGES for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8"))}

    assert {path.name for path in HANDBOOK.iterdir()} - {path.name for path in PAGES} - GENERATED == used
    assert all((HANDBOOK / name).stat().st_size <= 60_000 for name in used)


def test_the_three_years_are_always_named_together() -> None:
    for name in ("20-year.md", "30-form.md", "40-tables.md", "80-leave.md"):
        text = (HANDBOOK / name).read_text(encoding="utf-8")

        assert "คะแนนปี 2569 → มาตรการปี 2570 → เปิดเผยใน ITA ปี 2570" in text


# --- the reading of a page itself

BLOCK = "```console\nprongsai check\n```\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BLOCK, [Step("run", "", ("prongsai check",))]),
        (f"<!-- ends with: 1 -->\n\n{BLOCK}", [Step("run", "", ("prongsai check",), 1)]),
        (f"<!-- not run: ไม่มีเครือข่าย -->\n{BLOCK}", [Step("not-run", "ไม่มีเครือข่าย", ("prongsai check",))]),
        (f"{BLOCK}\n```text\nก\n```\n", [Step("run", "", ("prongsai check",), 0, "ก\n")]),
        ("<!-- given: tables -->\n", [Step("given", "tables")]),
        ("<!-- file: data/a.yml -->\n\n```yaml\na: 1\n```\n", [Step("file", "data/a.yml", shown="a: 1\n")]),
        ("```powershell\npy -m venv .venv\n```\n", []),
    ],
)
def test_a_page_is_read_as_steps(text: str, expected: list[Step]) -> None:
    assert steps(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "```sh\nrm\n```\n",
        "```text\nก\n```\n",
        f"{BLOCK}```text\nก\n```\n```text\nข\n```\n",
        "<!-- remark: ก -->\n",
        "<!-- ends with: 1 -->\n",
    ],
)
def test_what_has_no_meaning_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        steps(text)


@pytest.mark.parametrize(
    ("shown", "lacks"),
    [
        ("ก\n…\nค\n", []),
        ("ข\nค\n", []),
        ("ค\nข\n", ["ข"]),
        ("ง\nก\n", ["ง"]),
    ],
)
def test_what_a_page_shows_is_compared_in_its_order(shown: str, lacks: list[str]) -> None:
    assert [*missing(shown, "ก\nข\nค\n")] == lacks
