"""What the tests of pages share: the pages of one small agency, as a reader gets them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from lxml import html
from mkdocs.utils.meta import get_data

from generator.charts.vega import Drawing
from generator.history import History
from generator.links import Origins
from generator.pages import Context, present
from generator.pipeline.examine import Examined
from generator.render import SiteFrame, render

Tree = Any  # an lxml element
Examine = Callable[[Mapping[str, str | bytes]], Examined]
MakeContext = Callable[..., Context]

CONFIGURED = yaml.safe_load((Path(__file__).parent.parent.parent / "mkdocs.yml").read_text(encoding="utf-8"))
EXTENSIONS = [one if isinstance(one, str) else next(iter(one)) for one in CONFIGURED["markdown_extensions"]]
FRAMES = {
    path.stem: path.read_text(encoding="utf-8").strip()
    for path in (Path(__file__).parent.parent.parent / "content" / "frames").glob("*.md")
}
FRAME = SiteFrame("ชื่อ", "a", "b", official=True, footer="ท้าย")


class Sketchbook:
    def svg(self, drawing: Drawing) -> str:
        return f'<svg role="img"><title id="{drawing.name}-title">{drawing.title}</title></svg>'

    def png(self, svg: str, scale: int) -> bytes:
        return f"{scale} {svg}".encode()


@pytest.fixture
def context(examined: Examine) -> MakeContext:
    """The agency of the tests with these files, like `2569/measures.yml`, as it stands on a day."""

    def make(files: Mapping[str, str], as_of: date | None = None) -> Context:
        found = examined({f"tua-yang/{name}": content for name, content in files.items()})
        assert [problem.code for problem in found.problems] == []
        assert found.dataset is not None
        (result,) = found.results
        return Context(
            agency=result.agency,
            official=True,
            frameworks=found.dataset.frameworks,
            assessments=result.assessments,
            findings=result.findings,
            as_of=as_of,
            origins=Origins(None, History()),
            easel=Sketchbook(),
            earlier=found.dataset.earlier,
        )

    return make


@pytest.fixture
def pages(context: MakeContext) -> Callable[..., dict[str, Tree]]:
    """The HTML of its pages by address, as Python-Markdown makes it with the extensions of mkdocs.yml; `only` those
    whose address begins so."""

    def make(files: Mapping[str, str], as_of: date | None = None, only: str = "") -> dict[str, Tree]:
        chosen = [page for page in present(context(files, as_of)) if page.address.startswith(only)]
        trees = {}
        for file in render(chosen, (), FRAMES, FRAME)[1:]:
            body, _ = get_data(file.content.decode())
            address = file.path.removeprefix("pages/").removesuffix("index.md")
            trees[address] = html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")
        return trees

    return make
