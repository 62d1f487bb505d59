"""prongsai changes: what the data as they are now would change on the published site, against another state of them."""

from pathlib import Path

from generator.attachments import FolderStore
from generator.commands import told
from generator.commands.gather import gather
from generator.commands.options import DATA, DONE, Options, Say
from generator.differences import compare
from generator.differences.booklet import booklet
from generator.pipeline.examine import examine
from generator.problems import Language
from generator.write import write_whole

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "pages": "หน้าที่เปลี่ยน {count} หน้า รวมไว้ที่ {path}",
        "not-built": "ยังไม่มีหน้าใดให้รวมใน {path} เพราะไม่มีหน้าที่เปลี่ยน หรือยังไม่ได้สั่ง prongsai build",
    },
    "en": {
        "pages": "{count} changed pages are in {path}",
        "not-built": "nothing for {path}: no page changed, or prongsai build did not run",
    },
}


def run(options: Options, say: Say, *, base: Path, form: str, pages: Path | None = None) -> int:
    """`form` is `text` or `markdown`; `pages` where the changed pages go as one file."""
    gathered = gather(options)
    store = FolderStore(options.out / "cache" / "attachments")
    before = examine(base, options.as_of, store=store, day=options.day) if base.is_dir() else None
    comparison = compare(before, gathered.examined)
    if form == "markdown":
        say(told.markdown(comparison, options.language).rstrip("\n"))
    else:
        for line in told.lines(comparison, options.language):
            say(line)
    dataset = gathered.examined.dataset
    if pages is not None and dataset is not None:
        document, count = booklet(comparison, options.out / "site", dataset.site)
        pages.parent.mkdir(parents=True, exist_ok=True)
        write_whole(pages, document)
        if form == "text":
            kind = "pages" if count else "not-built"
            say(_WORDS[options.language][kind].format(count=count, path=pages.as_posix()))
    return DATA if comparison.holds else DONE
