"""prongsai generate: Markdown only, for building by hand with mkdocs."""

from pathlib import Path

from generator.commands import report
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.pipeline.examine import examine
from generator.pipeline.plan import Workspace, generate
from generator.problems import Language
from generator.publish import Busy

_DONE: dict[Language, str] = {
    "th": "เขียน Markdown ของ {slug} ไว้ที่ {path}",
    "en": "wrote the Markdown of {slug} to {path}",
}


def run(options: Options, say: Say) -> int:
    examined = examine(options.data, options.as_of, options.agency)
    for problem in examined.problems:
        for line in report.problem_lines(problem, options.language):
            say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return USAGE
    workspace = Workspace.of(Path.cwd(), options.out)
    try:
        written = generate(examined, workspace)
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    for slug in written:
        say(_DONE[options.language].format(slug=slug, path=workspace.docs(slug).as_posix()))
    return DATA if examined.problems else DONE
