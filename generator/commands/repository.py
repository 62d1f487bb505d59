"""Every file of a new repository for one agency."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import frameworks
from generator.commands.templates import filled, repository, year_readme
from generator.commands.wheel import Wheel, common
from generator.frameworks.derived import derived
from generator.model import AgencyProfile, Site
from generator.page import File
from generator.reader import parse, read
from generator.thai import FiscalYear

_LOCK_HEAD = """\
# โปรแกรมและส่วนประกอบทั้งหมดที่เว็บไซต์นี้ใช้ พร้อมลายนิ้วมือ (sha256) ของทุกแฟ้ม
# ติดตั้งจากในโฟลเดอร์นี้ด้วย python -m pip install --require-hashes -r requirements.lock วิธีเปลี่ยนรุ่นอยู่ใน README.md
./vendor/{name} \\
    --hash=sha256:{digest}
"""


@dataclass(frozen=True)
class Answers:
    """What a new repository is told of its agency; `year` is its ITA year."""

    name: str
    type: str
    province: str
    district: str | None
    slug: str
    year: FiscalYear
    url: str | None
    official: bool


def files_of(answers: Answers, wheel: Wheel) -> tuple[File, ...]:
    """The files. Raises InvalidData where the answers are no agency, or no site."""
    site, profile = _site(answers), _profile(answers)
    parse(read(site.content, site.path), Site)
    parse(read(profile.content, profile.path), AgencyProfile)
    years = (answers.year.before(), answers.year)
    readmes = [File(f"data/{answers.slug}/{year}/README.md", year_readme(year)) for year in years]
    told = {**vars(answers), "before": years[0], "after": answers.year.after(), "wheel": wheel.name}
    return (
        *repository(**told),
        site,
        profile,
        *readmes,
        *_rules(years),
        *_schemas(),
        File("mkdocs.yml", _text("mkdocs.yml").encode()),
        File("requirements.lock", locked(_text("requirements.lock"), wheel).encode()),
        File(f"vendor/{wheel.name}", wheel.content),
    )


def _schemas() -> Iterator[File]:
    """What an editor checks the data files with while somebody types."""
    for path in sorted(common("schemas").glob("*.json")):
        yield File(f"schemas/{path.name}", path.read_bytes().replace(b"\r\n", b"\n"))


def _site(answers: Answers) -> File:
    return File("data/site.yml", filled("site.yml.jinja", **vars(answers)))


def _profile(answers: Answers) -> File:
    content = filled("agency.yml.jinja", before=answers.year.before(), **vars(answers))
    return File(f"data/{answers.slug}/agency.yml", content)


def _rules(years: tuple[FiscalYear, ...]) -> Iterator[File]:
    """Drafts of the rules that do not ship with the program, each from the year before."""
    known = max(year for year in frameworks.packaged_years() if year <= years[-1])
    content = frameworks.packaged_bytes(known)
    for year in years:
        if year > known:
            content, known = derived(content, known, year), year
            yield File(f"data/frameworks/{year}.yml", content)


def locked(lock: str, wheel: Wheel) -> str:
    """The lock of the program's own dependencies with the program itself, under a head that people can read."""
    lines = lock.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return _LOCK_HEAD.format(name=wheel.name, digest=wheel.digest) + "".join(lines[first:])


def _text(name: str) -> str:
    """A common file; Python makes every line end the same."""
    return common(name).read_text(encoding="utf-8")
