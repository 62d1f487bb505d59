"""What an explanation of a message is made of, and the small site that its examples stand in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Content = str | bytes | None  # None: no such file
# A file by its path below the data folder, as it is wrong and as it is right.
Files = Mapping[str, tuple[Content, Content]]

SITE: Final = "site.yml"
AGENCY: Final = "tua-yang/agency.yml"
ACKNOWLEDGED: Final = "tua-yang/acknowledged.yml"
YEAR: Final = "tua-yang/2568"
SCORES: Final = f"{YEAR}/scores.yml"
ANALYSIS: Final = f"{YEAR}/analysis.yml"
MEASURES: Final = f"{YEAR}/measures.yml"
DOCUMENTS: Final = f"{YEAR}/documents.yml"
DISCLOSURE: Final = f"{YEAR}/disclosure.yml"
FRAMEWORK: Final = "frameworks/2568.yml"

# The site that every example changes: one agency with one good result.
BASE: Final[Mapping[str, str]] = {
    SITE: "format: 1\nlayout: network\ntitle: เครือข่ายตัวอย่าง\nofficial: true\n",
    AGENCY: "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดตัวอย่าง\n",
    SCORES: """\
overall: 90.90
grade: ผ่านดี
indicators:
  1: 90.00
  2: 91.00
  3: 92.00
  4: 93.00
  5: 94.00
  6: 90.00
  7: 91.00
  8: 92.00
  9: 88.00
  10: 92.00
""",
}


@dataclass(frozen=True)
class Explanation:
    """One code: its title, why it comes up, how to mend it, and files that bring it up and files that do not. Without
    `files` the cause says how it comes about. Texts are plain but for names between backticks. The title of a finding
    stands in the table of findings and is empty here."""

    title: str
    cause: str
    mend: str
    files: Files = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """The explanations of one topic; `anchor` is the id of its heading."""

    anchor: str
    title: str
    lead: str
    entries: Mapping[str, Explanation]
