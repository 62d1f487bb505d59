"""prongsai generate: Markdown only, for building by hand with mkdocs."""

from generator.commands import report
from generator.commands.gather import gather
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.pipeline.plan import generate
from generator.problems import Language
from generator.publish import Busy

_DONE: dict[Language, str] = {
    "th": "เขียน Markdown ของ {slug} ไว้ที่ {path}",
    "en": "wrote the Markdown of {slug} to {path}",
}


def run(options: Options, say: Say) -> int:
    gathered = gather(options, options.agency)
    examined, workspace = gathered.examined, gathered.workspace
    for line in report.problems_and_notices(examined, options.language):
        say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return USAGE
    try:
        written = generate(examined, workspace)
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    for slug in written:
        say(_DONE[options.language].format(slug=slug, path=workspace.docs(slug).as_posix()))
    return DATA if examined.problems else DONE
