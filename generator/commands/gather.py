"""What a command about the whole site begins with: the data, examined, and the addresses that must not vanish."""

import importlib
from dataclasses import dataclass
from pathlib import Path

from generator.attachments import FolderStore
from generator.commands.options import Options
from generator.pipeline.examine import Examined, examine
from generator.pipeline.workspace import Workspace
from generator.reuse import Listed


@dataclass(frozen=True)
class Gathered:
    examined: Examined
    workspace: Workspace


def examine_files(options: Options, only: str | None) -> Examined:
    """The data, examined; attached files are remembered by their hash in the cache of the output folder."""
    store = FolderStore(options.out / "cache" / "attachments")
    return examine(options.data, options.as_of, only, store, day=options.day)


def gather(options: Options, only: str | None = None) -> Gathered:
    """Everything that is known before a page is written; `only` leaves the other agencies unread."""
    workspace = Workspace.of(Path.cwd(), options.out)
    examined = examine_files(options, only)
    if not binding(examined, options.published):
        return Gathered(examined, workspace)
    # only now: it knows every page, and `check` of a site that binds nothing does not wait for them
    addresses = importlib.import_module("generator.pipeline.addresses")
    held = addresses.hold_vanished(examined, workspace.hand_written().keys(), options.published)
    return Gathered(held, workspace)


def binding(examined: Examined, published: Listed | None) -> bool:
    """Whether an address is promised, leads on, or is given as evidence: without any, none can be missing."""
    if published is not None:
        return True
    agencies = [result.agency for result in examined.results]
    answers = [one for agency in agencies for year in agency.years for one in year.disclosed()]
    return (
        any(agency.locked or agency.profile.redirects for agency in agencies)
        or any(one.redirects for one in answers)
        or any(evidence.page for one in answers for evidence in one.evidence)
    )
