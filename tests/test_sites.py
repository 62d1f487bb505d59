"""Every folder below tests/sites/ is one case: `data/` in; `expected/` says what check prints and which Markdown is
generated. After a wanted change: `pytest tests/test_sites.py --accept`, then read the difference before committing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.commands import report
from generator.drawings import Drawings
from generator.history import History
from generator.model import Layout
from generator.page import File
from generator.pages.summaries import summarise
from generator.pipeline.addresses import context_of, hold_vanished
from generator.pipeline.examine import Examined, examine
from generator.pipeline.plan import PORTAL, generate, portal_plan
from generator.pipeline.workspace import Workspace
from generator.thai import collation

ROOT = Path(__file__).parent.parent
NETWORK = ("network-of-", "network-with-")
CASES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if (path / "data").is_dir())


def _produced(case: Path, out: Path) -> dict[str, str]:
    """What the program says and writes, by the path below `expected/`."""
    workspace = Workspace.of(ROOT, out)
    examined = replace(examine(case / "data", date(2026, 1, 31)), history=History())
    examined = hold_vanished(examined, workspace.hand_written().keys())
    texts = {"check.txt": "\n".join(report.lines(examined, "th")) + "\n"}
    for slug in generate(examined, workspace):
        pages = workspace.docs(slug) / "pages"
        for path in sorted(pages.rglob("*.md")):
            texts[f"{slug}/{path.relative_to(pages).as_posix()}"] = path.read_text(encoding="utf-8")
    if case.name.startswith(NETWORK):
        # of a case about a network the portal, its agencies are like those of other cases
        return {"check.txt": texts["check.txt"]} | _portal(examined, workspace)
    return texts


def _portal(examined: Examined, workspace: Workspace) -> dict[str, str]:
    dataset = examined.dataset
    assert dataset is not None
    assert dataset.site.layout is Layout.NETWORK
    with workspace.drawings() as easel:
        contexts = [context_of(examined, dataset, result, easel) for result in examined.results]
    summaries = sorted((summarise(context) for context in contexts), key=lambda one: collation(one.name))
    plan = portal_plan(dataset, tuple(summaries), examined.as_of, {}, workspace)
    own = ("pages/index.md", "pages/years/", "pages/compare/")
    files = [file for file in plan.files if isinstance(file, File) and file.path.startswith(own)]
    return {f"{PORTAL}/{file.path.removeprefix('pages/')}": file.content.decode() for file in files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    # no page says what is in a picture of points, and drawing all of them takes a minute
    monkeypatch.setattr(Drawings, "png", lambda *_: b"")
    produced = _produced(case, tmp_path)
    expected = case / "expected"
    if request.config.getoption("--accept"):
        for path in sorted(expected.rglob("*"), reverse=True):
            if path.is_file():
                path.unlink()
        for name, text in produced.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_text(text, encoding="utf-8", newline="\n")

    wanted = {
        path.relative_to(expected).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(expected.rglob("*"))
        if path.is_file()
    }

    assert sorted(produced) == sorted(wanted)
    for name, text in produced.items():
        assert text == wanted[name], name
