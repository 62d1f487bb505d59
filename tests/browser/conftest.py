"""The agency with a full OIT year, served as a host would serve it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.pipeline.addresses import hold_vanished
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import served

ROOT = Path(__file__).parent.parent.parent
FULL_YEAR = ROOT / "tests" / "sites" / "full-year" / "data"


@pytest.fixture(scope="session")
def full_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the agency with a full OIT year is served, with a slash at the end."""
    out = tmp_path_factory.mktemp("full-year")
    workspace = Workspace.of(ROOT, out)
    examined = hold_vanished(examine(FULL_YEAR), workspace.hand_written().keys())
    (slug,) = build(examined, workspace).built
    with served(out / "site") as address:
        yield f"{address}{slug}/"
