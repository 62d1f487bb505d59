"""What stands before and after a page in its row: years, indicators, items, measures, documents."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from markupsafe import Markup

from generator.markup import join, text

One = TypeVar("One")


def neighbours(row: Sequence[One], here: One, shown: Callable[[One], Markup], name: str) -> Markup:
    """Links to the one before and the one after `here`, which is an object of the row; empty for a row of one. `name`
    says what the row is of, like ตัวชี้วัด."""
    # as objects: to compare hundreds by all they say takes minutes
    place = next(number for number, one in enumerate(row) if one is here)
    before = [_step("ก่อนหน้า", shown(one)) for one in row[max(place - 1, 0) : place]]
    after = [_step("ถัดไป", shown(one)) for one in row[place + 1 : place + 2]]
    if not before and not after:
        return Markup("")
    return Markup('<nav class="neighbours" aria-label="{}" data-search-exclude>{}</nav>').format(
        text(f"{name}ก่อนหน้าและถัดไป"), join([*before, *after])
    )


def _step(word: str, target: Markup) -> Markup:
    kind = "before" if word == "ก่อนหน้า" else "after"
    return Markup('<p class="{}">{}: {}</p>').format(text(kind), text(word), target)
