"""prongsai check: says everything that is wrong or does not agree, and changes nothing."""

from generator.commands import report
from generator.commands.options import DATA, DONE, Options, Say
from generator.pipeline.examine import examine


def run(options: Options, say: Say) -> int:
    examined = examine(options.data, options.as_of)
    if options.form == "json":
        say(report.as_json(examined, options.language))
    else:
        for line in report.lines(examined, options.language):
            say(line)
    holding = any(finding.holds for finding in examined.findings)
    return DATA if examined.problems or holding else DONE
