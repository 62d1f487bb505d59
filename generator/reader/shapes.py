"""What the model wants at a place of a file: the type, its keys, and where a new key goes among the others."""

from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from generator.model import Record


def expected_type(model: type[Record], location: tuple[int | str, ...]) -> object:
    """The type that the model wants at `location`; None where it wants nothing."""
    expected: object = model
    for part in location:
        expected = inside(expected, part)
    return expected


def inside(expected: object, part: int | str = 0) -> object:
    """The type of one key or item of a value of the type `expected`."""
    if isinstance(expected, type) and issubclass(expected, Record) and part in expected.model_fields:
        return _bare(expected.model_fields[str(part)].annotation)
    if get_origin(expected) is tuple:
        return _bare(get_args(expected)[0])
    if get_origin(expected) is dict:
        return _bare(get_args(expected)[1])
    return None


def _bare(annotation: object) -> object:
    """The annotation without Annotated and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(option for option in get_args(annotation) if option is not NoneType))
    return annotation


def fields(expected: object) -> list[str]:
    """The keys that a record of this type may have, in their order."""
    if isinstance(expected, type) and issubclass(expected, Record):
        return [name for name in expected.model_fields if name != "source"]
    return []


def with_new(present: list[str], new: list[str], expected: object) -> list[str]:
    """The keys of a file in their own order, and the new ones among them: behind the field before, or as numbers run.

    New keys that neither the model nor a number puts anywhere come last, as they were given.
    """
    known = {name: rank for rank, name in enumerate(fields(expected))}
    keys = list(present)
    if known:
        for key in sorted(new, key=lambda name: known.get(name, len(known))):
            rank = known.get(key, len(known))
            before = [one for one in keys if known.get(one, len(known)) < rank]
            nearest = max(before, key=lambda one: known[one], default=None)
            keys.insert(len(keys) if key not in known else 0 if nearest is None else keys.index(nearest) + 1, key)
        return keys
    numbers = sorted((key for key in new if key.isdecimal()), key=int)
    ordered = all(key.isdecimal() for key in keys) and keys == sorted(keys, key=int)
    for key in numbers:
        place = next((at for at, one in enumerate(keys) if ordered and int(one) > int(key)), len(keys))
        keys.insert(place, key)
    return [*keys, *(key for key in new if not key.isdecimal())]
