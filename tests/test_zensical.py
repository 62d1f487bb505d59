"""The way out stays open: Zensical builds the same Markdown to the same text."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from lxml import html

from generator.pipeline.examine import examine
from generator.pipeline.plan import Workspace, generate

ROOT = Path(__file__).parent.parent
SLUG = "muang-mu"


def _article(page: Path) -> str:
    """The text of a page's own content, white space folded."""
    article = next(html.fromstring(page.read_bytes()).iter("article"))
    return re.sub(r"\s+", " ", "".join(map(str, article.itertext()))).strip()


def test_zensical_builds_the_same_text(real_site: Path, tmp_path: Path) -> None:
    generate(examine(ROOT / "data", only=SLUG), Workspace.of(ROOT, tmp_path))
    source = tmp_path / "docs" / SLUG
    zensical = shutil.which("zensical", path=str(Path(sys.executable).parent))
    assert zensical

    done = subprocess.run(
        [zensical, "build", "--strict", "-f", str(source / "mkdocs.yml")], capture_output=True, check=False, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr
    published = sorted((real_site / SLUG).rglob("*.html"))
    assert len(published) >= 20
    for page in published:
        assert _article(page) == _article(source / "site" / page.relative_to(real_site / SLUG)), page.name
