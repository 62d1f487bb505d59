"""What a command about the whole site begins with: the data, examined, and the addresses that must not vanish."""

from dataclasses import dataclass
from pathlib import Path

from generator.attachments import FolderStore
from generator.commands.options import Options
from generator.pipeline.addresses import hold_vanished
from generator.pipeline.examine import Examined, examine
from generator.pipeline.workspace import Workspace


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
    return Gathered(hold_vanished(examined, workspace.hand_written().keys(), options.published), workspace)
