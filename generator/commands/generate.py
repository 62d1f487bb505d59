"""prongsai generate: Markdown only, for building by hand with mkdocs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.commands import report
from generator.pipeline.examine import examine
from generator.pipeline.plan import generate
from generator.problems import Language

_DONE = {"th": "เขียน Markdown ของ {slug} ไว้ที่ {path}", "en": "wrote the Markdown of {slug} to {path}"}


def run(
    data: Path, out: Path, as_of: date | None, only: str | None, language: Language, say: Callable[[str], None]
) -> int:
    examined = examine(data, as_of)
    for problem in examined.problems:
        for line in report.problem_lines(problem, language):
            say(line)
    for slug in generate(examined, out, Path.cwd(), only):
        say(_DONE[language].format(slug=slug, path=(out / "docs" / slug).as_posix()))
    return report.DATA if examined.problems else report.DONE
