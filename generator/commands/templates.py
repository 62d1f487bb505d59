"""What a new repository and a new year begin with: files to copy, and texts with places to fill. And the papers of a
year to print."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.page import File
from generator.reader.written import scalar
from generator.thai import FiscalYear

FOLDER = Path(__file__).parent.parent / "templates"
REPOSITORY = "repository"
_FILLED = ".jinja"


def filled(template: str, **values: object) -> bytes:
    """A text with its places filled. Its lines end the same on every machine."""
    return _environment().get_template(template).render(values).encode()


def year_readme(year: FiscalYear, continuing: Sequence[str] = ()) -> bytes:
    """What stands in which file of a year, and when; `continuing` are measures of the year before that go on."""
    return filled("year.md.jinja", year=year, before=year.before(), after=year.after(), continuing=continuing)


def repository(**values: object) -> Iterator[File]:
    """The files of a repository that are the same for everybody, copied as they are; the few `.jinja` filled."""
    folder = FOLDER / REPOSITORY
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.endswith(_FILLED):
            yield File(name.removesuffix(_FILLED), filled(f"{REPOSITORY}/{name}", **values))
        else:
            yield File(name, path.read_bytes().replace(b"\r\n", b"\n"))


def paper(template: str, view: object) -> bytes:
    """A page to print, of a template beside this module; texts of the view are escaped."""
    return _papers().get_template(template).render(view=view).encode()


@cache
def _environment() -> Environment:
    environment = _over(FOLDER)
    environment.autoescape = False  # YAML and Markdown that nobody renders; values are quoted by `scalar`
    environment.filters["scalar"] = scalar
    return environment


@cache
def _papers() -> Environment:
    return _over(Path(__file__).parent)


def _over(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
