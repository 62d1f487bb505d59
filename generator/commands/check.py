"""prongsai check: says everything that is wrong or does not agree, and changes nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

from generator.commands import report
from generator.pipeline.examine import examine
from generator.problems import Language


def run(
    data: Path, as_of: date | None, language: Language, form: Literal["text", "json"], say: Callable[[str], None]
) -> int:
    examined = examine(data, as_of)
    if form == "json":
        say(report.as_json(examined, language))
    else:
        for line in report.lines(examined, language):
            say(line)
    holding = any(finding.holds for finding in examined.findings)
    return report.DATA if examined.problems or holding else report.DONE
