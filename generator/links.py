"""The only place that knows addresses. Links in our HTML are relative to the page that carries them."""

import hashlib
import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.history import Change, History
from generator.model import Site
from generator.problems import Source
from generator.thai import FiscalYear

HOME = ""
SCORES = "scores/"
MEASURES = "measures/"
DOCUMENTS = "documents/"
OIT = "oit/"
FILES = "files/"
METHODOLOGY = "methodology/"
CONTACT = "contact/"
COMPLAINTS = "complaints/"
CARD = "card.png"  # what other sites show beside a link to this one
COMPARE = "compare/"
# What the comparison reads of all agencies.
SUMMARIES = f"{COMPARE}summaries.json"
CHANGES = "changes/"
HANDBOOK = "handbook/"


def scores(year: FiscalYear) -> str:
    return f"{SCORES}{year}/"


def infographic(year: FiscalYear) -> str:
    """The result of a year on one sheet."""
    return f"{scores(year)}infographic/"


def analysis(year: FiscalYear, anchor: str = "") -> str:
    return f"{scores(year)}analysis/{'#' if anchor else ''}{anchor}"


def measures(year: FiscalYear) -> str:
    return f"{MEASURES}{year}/"


def measure(year: FiscalYear, no: int) -> str:
    """One measure, by its own key in the file of its year."""
    return f"{measures(year)}{no}/"


def document(year: FiscalYear, kind: str) -> str:
    return f"{DOCUMENTS}{year}/{kind}/"


def eit(year: FiscalYear) -> str:
    """The poster that invites to answer the EIT questionnaire of an ITA year."""
    return f"eit/{year}/"


def oit(year: FiscalYear) -> str:
    """The items of one ITA year."""
    return f"{OIT}{year}/"


def oit_all(year: FiscalYear) -> str:
    return f"{oit(year)}all/"


def oit_item(year: FiscalYear, code: str) -> str:
    """The page of an item, which an assessor opens: `oit/2568/o27/`."""
    return f"{oit(year)}{code.lower()}/"


_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9]+")


def attached(year: FiscalYear, name: str) -> str:
    """The address of a file of the folder files/: `files/2568/plan.pdf`. A name of Thai letters or blanks keeps its
    ASCII part and gets a mark of its own, which stays the same as long as the name does."""
    if _PLAIN_NAME.fullmatch(name):
        return f"{FILES}{year}/{name}"
    path = PurePosixPath(name)
    plain = "-".join(re.findall("[A-Za-z0-9]+", path.stem)).lower()
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{FILES}{year}/{'-'.join(filter(None, (plain, mark)))}{path.suffix.lower()}"


def indicator(number: int) -> str:
    return f"indicators/{number}/"


def findings(year: FiscalYear, anchor: str = "") -> str:
    return f"findings/{year}/{'#' if anchor else ''}{anchor}"


def of_all(year: FiscalYear) -> str:
    """The results of a year of all agencies, below the portal."""
    return f"years/{year}/"


def agency(slug: str) -> str:
    """An agency's home below the portal of its network."""
    return f"{slug}/"


def telephone(number: str) -> str:
    """What a phone dials: `073-202200 ต่อ 12` is `tel:073202200`."""
    return f"tel:{number.partition(' ต่อ ')[0].replace(' ', '').replace('-', '')}"


def relative(start: str, target: str) -> str:
    """From the page at address `start` to `target`, both below one root: `scores/2568/` to `` is `../../`."""
    path, mark, anchor = target.partition("#")
    if path == start and anchor:
        return f"#{anchor}"
    way = posixpath.relpath(f"/{path}", f"/{start}")
    return f"{'./' if way == '.' else way + '/'}{mark}{anchor}"


def relative_to(start: str, target: str) -> str:
    """Like `relative`, for an address that may be a file's, which ends without a slash."""
    way = relative(start, target)
    return way if target.partition("#")[0].endswith("/") or not target else way.replace("/#", "#").removesuffix("/")


def is_page(address: str) -> bool:
    """Whether an address is a page's: those of files do not end with a slash."""
    return not address or address.endswith("/")


def markdown_path(address: str) -> str:
    """The Markdown file that MkDocs turns into the page at `address`."""
    return f"{address}index.md"


# What pages are about, as a reader of search results chooses among them.
KINDS = ("คะแนน", "มาตรการ", "OIT", "เอกสาร")
_KIND_OF = {"scores": 0, "years": 0, "indicators": 0, "measures": 1, "oit": 2, "documents": 3}
_YEAR = re.compile(r"[a-z]+/([0-9]{4})/")
_OF_A_NETWORK = re.compile(r"|measures/[0-9]{4}/[0-9]+/|oit/[0-9]{4}/o[0-9]+/")
# Pages that say again what others say, or speak of the site: with the same words they come later.
_LATER = re.compile(r"oit/[0-9]{4}/all/|findings/.*|changes/|methodology/|about/|privacy/|handbook/.*")


def kind(address: str) -> int:
    """What the page at an address below its agency's root is about: its place in KINDS, −1 where it has none."""
    return _KIND_OF.get(address.split("/", maxsplit=1)[0], -1)


def year(address: str) -> int:
    """The fiscal year in the address of a page below its agency's root; 0 where there is none."""
    found = _YEAR.match(address)
    return int(found[1]) if found else 0


def weight(address: str) -> int:
    """How much sooner than others a page below its agency's root is found that has the same words."""
    return 1 if address == HOME else -3 if _LATER.fullmatch(address) else 0


def is_of_network(address: str) -> bool:
    """Whether the search of the whole network finds this page of an agency: its home, a measure or an OIT item."""
    return bool(_OF_A_NETWORK.fullmatch(address))


@dataclass(frozen=True)
class Origins:
    """Where a reader can look up a line of our data: the code host, where the site names one."""

    repository: str | None
    history: History

    def href(self, source: Source) -> str | None:
        """The line at the last commit that touched its file; None where nobody can be sent there."""
        change = self.history.changes.get(source.file)
        if self.repository is None or change is None:
            return None
        path = self.history.path_in_repository(source.file)
        return f"{self.repository.rstrip('/')}/blob/{change.commit}/{path}#L{source.line}"

    def commit(self, change: Change) -> str | None:
        """Where a commit can be seen whole; None where nobody can be sent there."""
        return f"{self.repository.rstrip('/')}/commit/{change.commit}" if self.repository else None


def origins(site: Site, history: History) -> Origins:
    return Origins(site.repository, history)
