"""A finished page in Thai digits, for a site that sets them: what a reader sees changes, every other byte stays.

Digits are those of texts and of the few attributes that are read out or shown. They stay as they are
- in a run of letters and digits that has a Latin letter: O27, plan-2568.pdf, an address, a version;
- in addresses, ids, scripts, facts for machines and every other attribute;
- in `code` and where a table names its source;
- in what is written in another language, as `lang` says;
- in a document's own words, which pages mark as `printed`.
"""

import html
import re
from collections.abc import Iterator

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TAG = re.compile(
    r"""<!--.*?-->|<![^>]*>|<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_READ = frozenset({"alt", "aria-label", "data-label", "placeholder", "title"})
_SCRIPTS = frozenset({"script", "style"})
_CODE = frozenset({"code", "kbd", "pre", "samp"})
_PRINTED = frozenset({"printed", "source"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_DIGIT = re.compile("[0-9]")
_UNIT = re.compile("&#[0-9]+;?|&#[xX][0-9a-fA-F]+;?|&[A-Za-z][A-Za-z0-9]*;|.", re.DOTALL)
# An address, or letters and digits with what joins them in names of files, hosts and mailboxes.
_RUN = re.compile(r"https?://[!-~]+|[A-Za-z0-9]+(?:[._@/~-]+[A-Za-z0-9]+)*")
_LETTER = re.compile("[A-Za-z]")


def with_thai_digits(page: str) -> str:
    """The page of a site whose digits are Thai; its root element says so to stylesheet and scripts."""
    return "".join(_pieces(page))


def _pieces(page: str) -> Iterator[str]:
    at, kept, depth = 0, "", 0  # the element whose content stays, and how many of its name are open
    while tag := _TAG.search(page, at):
        words = page[at : tag.start()]
        yield words if depth else thai(words)
        at = tag.end()
        name, rest = (tag["name"] or "").lower(), tag["rest"] or ""
        if depth:
            if name == kept and not rest.endswith("/"):
                depth += -1 if tag["end"] else 1
            yield tag[0]
            continue
        attributes = {} if tag["end"] else _attributes(rest)
        stays = name and not tag["end"] and name not in _VOID and not rest.endswith("/")
        if stays and _stays(name, attributes):
            kept, depth = name, 1
            yield tag[0]
        elif name == "html" and not tag["end"]:
            yield f'{tag[0][:-1]} data-digits="thai">'
        else:
            yield _shown(tag, name, attributes)
    yield thai(page[at:])


def _attributes(rest: str) -> dict[str, str]:
    return {one[1].lower(): one[2] or one[3] or one[4] or "" for one in _ATTRIBUTE.finditer(rest)}


def _stays(name: str, attributes: dict[str, str]) -> bool:
    """Whether nothing inside of an element changes."""
    language = attributes.get("lang", "th")
    return (
        name in _SCRIPTS
        or name in _CODE
        or not _PRINTED.isdisjoint(attributes.get("class", "").split())
        or (name != "html" and not language.startswith("th"))
    )


def _shown(tag: re.Match[str], name: str, attributes: dict[str, str]) -> str:
    """A tag with Thai digits in the attributes that are read."""
    about = name == "meta" and attributes.get("name") == "description"
    if not about and _READ.isdisjoint(attributes):
        return tag[0]

    def read(one: re.Match[str]) -> str:
        if one[1].lower() not in (_READ | {"content"} if about else _READ):
            return one[0]
        before, value = one[0][: one[0].index("=") + 1], one[0][one[0].index("=") + 1 :]
        return before + thai(value)

    return f"<{tag['name']}{_ATTRIBUTE.sub(read, tag['rest'])}>"


def thai(text: str) -> str:
    """Escaped text with Thai digits. A character reference stays as it is written, but for that of a digit."""
    read = html.unescape(text) if "&" in text else text
    if not _DIGIT.search(read):
        return text
    units = _UNIT.findall(text)
    # a character for each unit, so that places in both are the same
    plain = "".join(unit if len(unit) == 1 else html.unescape(unit)[0] for unit in units)
    for run in _RUN.finditer(plain):
        if not _LETTER.search(run[0]):
            for at in range(*run.span()):
                if plain[at].isdigit():
                    units[at] = plain[at].translate(_THAI)
    return "".join(units)
