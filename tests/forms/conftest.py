"""An agency's data folder to fill a form for, and the import of what was filled in."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.commands import form, imports
from generator.commands.options import Options
from generator.thai import FiscalYear

ROOT = Path(__file__).parent.parent.parent
SITE = "format: 1\nlayout: agency\ntitle: ทต.ตัวอย่าง\nofficial: true\n"


@dataclass(frozen=True)
class Office:
    """A working folder of one agency."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def options(self) -> Options:
        return Options(self.data, self.folder / "build")

    def form(self, year: int) -> bytes:
        """The form of an ITA year."""
        said: list[str] = []
        code = form.run(self.options(), said.append, year=FiscalYear(year))
        assert code == 0, said
        return (self.folder / "build" / f"แบบกรอก-ITA-{year}.xlsx").read_bytes()

    def bring(self, content: bytes, name: str = "แบบกรอก.xlsx", year: int | None = None) -> tuple[int, list[str]]:
        """Imports a file that lies in the inbox; returns the exit code and what was said."""
        inbox = self.folder / "inbox"
        inbox.mkdir(exist_ok=True)
        (inbox / name).write_bytes(content)
        said: list[str] = []
        fiscal_year = FiscalYear(year) if year else None
        code = imports.run(self.options(), said.append, file=inbox / name, year=fiscal_year, yes=True)
        return code, said

    def texts(self) -> dict[str, bytes]:
        """Every file of the data folder."""
        files = sorted(path for path in self.data.rglob("*") if path.is_file())
        return {path.relative_to(self.data).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def office(tmp_path: Path) -> Callable[..., Office]:
    """A folder with one agency: a copy of a real or a tested one, or files given as texts."""

    def make(source: Path | None = None, slug: str = "", **files: str) -> Office:
        made = Office(tmp_path)
        made.data.mkdir()
        (made.data / "site.yml").write_text(SITE, encoding="utf-8")
        if source:
            shutil.copytree(source / slug, made.data / slug)
        for name, text in files.items():
            path = made.data / slug / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return made

    return make
