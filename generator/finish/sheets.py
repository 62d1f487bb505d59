"""One stylesheet for a page in the place of several, without what no page can show.

Rules keep their order. Left out are: colours of the theme that nobody chose, parts of it that our pages do not have and
their pictures, comments and blanks. A rule goes only where each of its selectors names such a colour or part.
"""

import hashlib
import re
from collections.abc import Mapping

FOLDER = "assets/stylesheets/"
_LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]*)assets/stylesheets/([^"/]+\.css)">')
_CHARSET = re.compile('@charset "[^"]*";')
# Parts of the theme that neither pages nor scripts make: code, notices, tabs, tasks, posts, repositories, versions.
_PARTS = re.compile(
    r"\.(?:admonition|arithmatex|critic|footnote|giscus|highlight|hll|keys|linenos|mermaid|tabbed|task-list"
    r"|md-(?:annotation|author|blog|clipboard|code|consent|feedback|meta|path|pagination|post|social|source|status|tag"
    r"|version))(?![a-z0-9])"
)
_PICTURES = re.compile(
    r"--md-(?:admonition-icon--(?!note)|annotation|clipboard|code|footnotes|post|source|status|tabbed|tag|tasklist"
    r'|typeset-table-sort|version)[a-z-]*:\s*url\("data:[^"]*"\);?'
)
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_CHOSEN = re.compile(r"\[data-md-color-(?:primary|accent)=([a-z-]+)\]")
_STRING_OR_BLANKS = re.compile(r'"[^"]*"|/\*.*?\*/|\s+', re.DOTALL)
_AROUND = re.compile(r'"[^"]*"| ?[{};] ?')


def linked(page: str) -> tuple[str, ...]:
    """The names of a page's stylesheets in their order."""
    return tuple(found[2] for found in _LINK.finditer(page))


def with_one(page: str, name: str) -> str:
    """The page with a link to one stylesheet where the first of several stood."""
    links = list(_LINK.finditer(page))
    first = links[0]
    one = first[0].replace(first[2], name)
    for link in reversed(links[1:]):
        page = page[: link.start()] + page[link.end() :]
    return page[: first.start()] + one + page[first.end() :]


def joined(names: tuple[str, ...], texts: Mapping[str, str]) -> tuple[str, str]:
    """The name and the text of what several stylesheets become."""
    whole = "".join(_CHARSET.sub("", _small(_needed(_PICTURES.sub("", texts[name])))) for name in names)
    text = f'@charset "utf-8";{whole}\n'
    return f"site.{hashlib.sha256(text.encode()).hexdigest()[:12]}.css", text


def _needed(text: str) -> str:
    """Without rules for colours that no page names, as pages have `custom` ones, and for parts that no page has."""

    def kept(rule: re.Match[str]) -> str:
        needless = ":not(" not in rule[1] and all(_is_needless(one) for one in rule[1].split(","))
        return "" if needless else rule[0]

    return _RULE.sub(kept, text)


def _is_needless(selector: str) -> bool:
    return any(colour != "custom" for colour in _CHOSEN.findall(selector)) or bool(_PARTS.search(selector))


def _small(text: str) -> str:
    """Without comments and with single blanks, none beside braces and semicolons; strings stay."""
    text = _STRING_OR_BLANKS.sub(lambda one: one[0] if one[0][0] == '"' else "" if one[0][0] == "/" else " ", text)
    return _AROUND.sub(lambda one: one[0] if one[0][0] == '"' else one[0].strip(), text).strip()
