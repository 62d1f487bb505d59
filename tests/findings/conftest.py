"""What the tests of checks share: the findings of one check in a small agency."""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding
from generator.pipeline.examine import Examined

Examine = Callable[[Mapping[str, str | bytes]], Examined]


@pytest.fixture
def found(examined: Examine) -> Callable[[str, Mapping[str, str]], list[Finding]]:
    """The findings of one check where the agency of the tests has these files, like `2568/analysis.yml`."""

    def run(code: str, files: Mapping[str, str]) -> list[Finding]:
        result = examined({f"tua-yang/{name}": text for name, text in files.items()})
        assert [problem.code for problem in result.problems] == []
        return [finding for finding in result.findings if finding.code == code]

    return run
