"""Running text on pages: paragraphs and real lists, with what a reader must know about a passage."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.markup import join, text
from generator.model import Block, Item, Prose, Remark

UNREADABLE = "[อ่านไม่ออก]"
CAUTION = "โปรดอ่านด้วยความระมัดระวัง ความหมายอาจคลาดเคลื่อนหรือกลับกันเพราะการอ่านไฟล์สแกน"


def passage(prose: Prose, remarks: Iterable[Remark] = ()) -> Markup:
    """A text as one block of HTML without blank lines, the remarks on it below. What is of the class `printed` are a
    document's own words."""
    about = [remark for remark in remarks if remark.passage in prose.plain]
    lone = len(prose.blocks) == 1 and isinstance(prose.blocks[0], str) and not about
    body = printed(_line(str(prose.blocks[0]), ())) if lone else _blocks(prose.blocks, about)
    return body + join([_remark(one) for one in about])


def numbered_item(number: str | None, prose: Prose, remarks: Iterable[Remark], after: Markup) -> Markup:
    """A text as an item of a list, its printed number before it; `after` follows its first paragraph."""
    about = tuple(remark for remark in remarks if remark.passage in prose.plain)
    first, rest = (prose.blocks[0], prose.blocks[1:]) if isinstance(prose.blocks[0], str) else ("", prose.blocks)
    return Markup("<li>{}{}{}{}{}</li>").format(
        _number(number or ""), _line(first, about), after, _blocks(rest, about), notes(about)
    )


def beside(remarks: Iterable[Remark], texts: Iterable[Prose]) -> list[Remark]:
    """The remarks that are about none of the texts, but about a title, a name or a post beside them."""
    plain = [one.plain for one in texts]
    return [remark for remark in remarks if not any(remark.passage in one for one in plain)]


def notes(remarks: Iterable[Remark]) -> Markup:
    """Remarks by themselves, for a text that is shown elsewhere."""
    return join([_remark(one) for one in remarks])


def _blocks(blocks: Iterable[Block], remarks: Iterable[Remark]) -> Markup:
    marked = tuple(remarks)
    return join(
        [
            Markup('<p class="printed">{}</p>').format(_line(block, marked))
            if isinstance(block, str)
            else _list(block.items, marked)
            for block in blocks
        ]
    )


def _list(items: Iterable[Item], remarks: tuple[Remark, ...]) -> Markup:
    """Numbers stay as they are printed, so that they can be quoted; dashes become bullets."""
    listed = tuple(items)
    shown = join([_item(item, remarks) for item in listed])
    if any(item.marker for item in listed):
        return Markup('<ol class="printed">{}</ol>').format(shown)
    return Markup('<ul class="printed">{}</ul>').format(shown)


def printed(line: Markup) -> Markup:
    """A document's own words in a line of ours."""
    return Markup('<span class="printed">{}</span>').format(line) if line else line


def _item(item: Item, remarks: tuple[Remark, ...]) -> Markup:
    body = _line(item.text, remarks) + _blocks(item.blocks, remarks)
    return Markup("<li>{}{}</li>").format(_number(item.marker), body)


def _number(marker: str) -> Markup:
    return Markup('<span class="no">{}</span> ').format(text(marker)) if marker else Markup("")


def _line(line: str, remarks: tuple[Remark, ...]) -> Markup:
    """A line with the passages marked that a remark is about, and what nobody could read."""
    wanted = [remark.passage for remark in remarks if remark.passage in line] + [UNREADABLE]
    cautious = {remark.passage for remark in remarks if remark.caution}
    parts = re.split("(" + "|".join(re.escape(one) for one in sorted(wanted, key=len, reverse=True)) + ")", line)
    shown = []
    for part in parts:
        if part == UNREADABLE:
            shown.append(Markup('<span class="unread">{}</span>').format(text(part)))
        elif part in wanted:
            kind = "suspect caution" if part in cautious else "suspect"
            inside = tuple(remark for remark in remarks if remark.passage != part)
            shown.append(Markup('<span class="{}">{}</span>').format(text(kind), _line(part, inside)))
        else:
            shown.append(text(part))
    return join(shown)


def _remark(remark: Remark) -> Markup:
    if remark.caution:
        return Markup('<p class="remark caution"><strong>{}</strong> “{}” – {}</p>').format(
            text(CAUTION), printed(text(remark.passage)), text(remark.note)
        )
    about = printed(text(remark.passage))
    return Markup('<p class="remark">หมายเหตุผู้ถอดความ: “{}” – {}</p>').format(about, text(remark.note))
