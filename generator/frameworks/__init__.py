"""The rules of each fiscal year, packaged as data beside this file; a site's own file replaces one of them.

Modules from the top: derived.
"""

from functools import cache
from importlib import resources

from generator.model import Framework
from generator.reader import parse, read
from generator.thai import FiscalYear, parse_year

_PACKAGE = "generator.frameworks"
_SUFFIX = ".yml"


@cache
def packaged_years() -> tuple[FiscalYear, ...]:
    """The years whose framework ships with the program, oldest first."""
    names = (entry.name for entry in resources.files(_PACKAGE).iterdir())
    return tuple(sorted(parse_year(name.removesuffix(_SUFFIX)) for name in names if name.endswith(_SUFFIX)))


def packaged_bytes(year: FiscalYear) -> bytes:
    return resources.files(_PACKAGE).joinpath(f"{year}{_SUFFIX}").read_bytes()


def newest() -> Framework:
    """The latest that ships with the program: what there is to explain words by where no year has data yet."""
    return packaged(packaged_years()[-1])


@cache
def packaged(year: FiscalYear) -> Framework:
    return parse(read(packaged_bytes(year), f"generator/frameworks/{year}{_SUFFIX}"), Framework)
