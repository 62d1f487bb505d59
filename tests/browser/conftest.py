"""The agency with a full OIT year, served as a host would serve it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.pipeline.addresses import hold_vanished
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import MadeOnce, served

ROOT = Path(__file__).parent.parent.parent
FULL_YEAR = ROOT / "tests" / "sites" / "full-year" / "data"


@pytest.fixture(scope="session")
def full_year_site(made_once: MadeOnce) -> Path:
    """The agency with a full OIT year and its portal, built and published."""

    def make(out: Path) -> None:
        workspace = Workspace.of(ROOT, out)
        examined = hold_vanished(examine(FULL_YEAR), workspace.hand_written().keys())
        assert len(build(examined, workspace).built) == 1

    return made_once("full-year", make) / "site"


@pytest.fixture(scope="session")
def full_year(full_year_site: Path) -> Iterator[str]:
    """Where the agency is served, with a slash at the end."""
    (manifest,) = full_year_site.glob("*/manifest.json")
    with served(full_year_site) as address:
        yield f"{address}{manifest.parent.name}/"
