"""Writes schemas/<file>.json from the models, so that an editor helps with data files: names, texts, what is allowed.

    .venv/bin/python tools/schemas.py

The schemas are about a file as a YAML 1.2 editor reads it, where 88.53 is a number and ๘๘.๕๓ a text, and take what the
reader takes. They cannot say everything: rules across keys, dates that are in no calendar, a list that is too deep.
What only the reader knows to be a text (null, ~, true where a name is wanted) they refuse; it wants quotes.
"""

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen
from pydantic import BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from generator import model, thai
from generator.model import (
    ADDRESS,
    Acknowledgements,
    AgencyProfile,
    Analysis,
    Component,
    Disclosures,
    Documents,
    Framework,
    MeasureSet,
    Passage,
    Record,
    ScoreSet,
    Site,
    values,
)
from tools.described import KEYS, RECORDS, TYPES

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "schemas"
# Of this repository, and of those that `prongsai new` makes.
SETTINGS: Final = tuple(
    folder / ".vscode" / "settings.json" for folder in (ROOT, ROOT / "generator" / "templates" / "repository")
)

# The name of a schema, its model, and the files it is for.
FILES: Final[dict[str, tuple[type[Record], str]]] = {
    "site": (Site, "data/site.yml"),
    "agency": (AgencyProfile, "data/*/agency.yml"),
    "acknowledged": (Acknowledgements, "data/*/acknowledged.yml"),
    "scores": (ScoreSet, "data/*/*/scores.yml"),
    "analysis": (Analysis, "data/*/*/analysis.yml"),
    "measures": (MeasureSet, "data/*/*/measures.yml"),
    "documents": (Documents, "data/*/*/documents.yml"),
    "disclosure": (Disclosures, "data/*/*/disclosure.yml"),
    "framework": (Framework, "data/frameworks/*.yml"),
}

Schema = dict[str, Any]


def _either(*patterns: str) -> str:
    """One of these, with blanks around it."""
    return rf"^\s*(?:{'|'.join(patterns)})\s*$"


_TO_THAI: Final = ord("๐") - ord("0")


def _in_both_scripts(pattern: str) -> str:
    """A pattern of Arabic digits, or the same of Thai ones: never both in one number. Braces hold no digits of it."""

    def as_thai(part: re.Match[str]) -> str:
        return chr(ord(part[0]) + _TO_THAI) if part[0].isdigit() else part[0]

    return _either(pattern, re.sub(r"\{[0-9,]+\}|[0-9]", as_thai, pattern))


def _spaced(word: str) -> str:
    """A word in which a line end or a column may have left blanks."""
    return r"\s*".join(map(re.escape, word))


_DIGIT: Final = "[0-9๐-๙]"
_SIGN: Final = "(?:[-+\u2212\u2013\u2010\u2011]\\s*)?"
_YEAR: Final = "(?:2[4-6][0-9]{2}|๒[๔-๖][๐-๙]{2})"
_ANY_YEAR: Final = f"(?:{_YEAR}|{_DIGIT}{{2}})"
_MONTHS: Final = "|".join(_spaced(name) for name in (*thai.MONTHS, *thai.SHORT_MONTHS))
_DATES: Final = (
    rf"(?:{_spaced('วันที่')})?\s*{_DIGIT}{{1,2}}\s*(?:{_MONTHS})\s*(?:{_spaced('พ.ศ.')})?\s*{_ANY_YEAR}",
    rf"{_DIGIT}{{1,2}}\s*/\s*{_DIGIT}{{1,2}}\s*/\s*{_ANY_YEAR}",
    rf"{_YEAR}\s*-\s*{_DIGIT}{{1,2}}\s*-\s*{_DIGIT}{{1,2}}",
)
_TRUTHS: Final = ("true", "false", "yes", "no", "on", "off", "t", "f", "y", "n", "1", "0")

_SCALAR: Final[Schema] = {"type": ["string", "number", "boolean"]}
_TEXT: Final[Schema] = {**_SCALAR, "pattern": r"\S", "maxLength": values.LONGEST_TEXT}
_NUMBER_0_TO_100: Final[Schema] = {
    "type": ["number", "string"],
    "minimum": 0,
    "maximum": 100,
    "pattern": _in_both_scripts(r"\+?\s*0{0,12}(?:100(?:\.0{1,15})?|[0-9]{1,2}(?:\.[0-9]{1,15})?)"),
}
_BARE: Final[dict[str, Schema]] = {
    "Text": _TEXT,
    "Printed": _TEXT,
    "Passage": _TEXT,
    "Span": _TEXT,
    "Key": {"type": "string", "pattern": _either("[a-z][a-z0-9-]{0,39}")},
    "Https": {"type": "string", "pattern": _either(r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][!-~]*)?")},
    "Phone": {
        "type": ["string", "integer"],
        "minimum": 0,
        "pattern": _either(rf"{_DIGIT}[0-9๐-๙ -]{{1,18}}{_DIGIT}(?: ต่อ [0-9๐-๙-]+)?"),
    },
    "Email": {"type": "string", "pattern": _either(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")},
    # 112233 and 12e345 are numbers to an editor
    "Colour": {"type": ["string", "number"], "pattern": _either("#?[0-9A-Fa-f]{6}")},
    "ItemCode": {
        "type": "string",
        "pattern": rf"^\s*(?:{_spaced('ข้อ')})?\s*(?:[Oo]|{_spaced('โอ')})\s*[0๐\s]*[1-9๑-๙]\s*{_DIGIT}?\s*$",
    },
    "Address": {"type": ["string", "number"], "pattern": rf"^\s*(?:{ADDRESS})\s*$"},
    "Year": {
        "type": ["integer", "string"],
        "minimum": thai.FIRST_YEAR,
        "maximum": thai.LAST_YEAR,
        "pattern": _either(_YEAR),
    },
    "Day": {"type": "string", "pattern": _either(*_DATES)},
    "Score": _NUMBER_0_TO_100,
    "Share": _NUMBER_0_TO_100,
    "Difference": {
        "type": ["number", "string"],
        "pattern": _in_both_scripts(rf"{_SIGN}[0-9]{{1,15}}(?:\.[0-9]{{1,15}})?"),
    },
    "Whole": {
        "type": ["integer", "string"],
        "minimum": 0,
        "pattern": _in_both_scripts(r"\+?\s*[0-9]{1,15}(?:\.0{1,15})?"),
    },
    "Offset": {"type": ["integer", "string"], "pattern": _in_both_scripts(rf"{_SIGN}[0-9]{{1,15}}(?:\.0{{1,15}})?")},
    "DatumKey": {"type": ["string", "number"]},
    "Truth": {
        "type": ["boolean", "string", "integer"],
        "minimum": 0,
        "maximum": 1,
        "pattern": f"^(?:{'|'.join(''.join(f'[{c}{c.upper()}]' if c.isalpha() else c for c in w) for w in _TRUTHS)})$",
    },
    "Format": {"enum": [1, "1", "๑"]},
}
# What stands before the colon where keys are numbers; an editor has every key as a text.
_KEYS: Final[dict[str, Schema]] = {
    "IndicatorKey": {"pattern": _in_both_scripts(r"\+?[0-9]{1,15}(?:\.0{1,15})?")},
    "Whole": {"pattern": _in_both_scripts(r"\+?[0-9]{1,15}(?:\.0{1,15})?")},
}


def _parser(annotation: Any) -> object:
    """What reads a field of this type."""
    return next((part.func for part in get_args(annotation)[1:] if isinstance(part, BeforeValidator)), None)


_BY_PARSER: Final[dict[object, str]] = {
    **{_parser(getattr(values, name)): name for name in (*_BARE, *_KEYS) if hasattr(values, name)},
    _parser(Passage): "Passage",
    _parser(get_type_hints(Site, include_extras=True)["format"]): "Format",
}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _of_type(annotation: Any) -> Schema:  # noqa: PLR0911 -- one per kind
    """The schema of a field; records and types of ours by their names."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of_annotated(parts)
    if origin in (Union, UnionType):  # a key that is there wants a value: never null
        (annotation,) = (part for part in parts if part is not NoneType)
        return _of_type(annotation)
    if origin is tuple:
        return {"type": "array", "items": _of_type(parts[0])}
    if origin is dict:
        name = _BY_PARSER.get(_parser(parts[0]), "")
        keys = {"propertyNames": _KEYS[name]} if name in _KEYS else {}
        return {"type": "object", "additionalProperties": _of_type(parts[1]), **keys}
    if annotation is bool:
        return _ref("Truth")
    if issubclass(annotation, StrEnum):
        return {"enum": [one.value for one in annotation]}
    if issubclass(annotation, Record):
        return _ref(annotation.__name__)
    message = f"no schema for {annotation}"
    raise TypeError(message)


def _of_annotated(parts: tuple[Any, ...]) -> Schema:
    bare, *more = parts
    name = _BY_PARSER.get(_parser(Annotated[parts]))
    schema = _ref(name) if name else _of_type(bare)
    for one in more:
        if isinstance(one, FieldInfo):  # Field(min_length=…), of a list
            least = next(part.min_length for part in one.metadata if isinstance(part, MinLen))
            schema = {**schema, "minItems": least}
        elif isinstance(one, StringConstraints) and one.max_length not in (None, values.LONGEST_TEXT):
            schema = {"allOf": [schema, {"maxLength": one.max_length}]}
    return schema


def _of_record(of: type[Record]) -> Schema:
    name, hints = of.__name__, get_type_hints(of, include_extras=True)
    fields = {key: field for key, field in of.model_fields.items() if key != "source"}
    schema: Schema = {
        "type": "object",
        "description": RECORDS[name],
        "additionalProperties": False,
        "properties": {key: {"description": KEYS[name][key], **_of_type(hints[key])} for key in fields},
    }
    if required := [key for key, field in fields.items() if field.is_required()]:
        schema["required"] = required
    if of is Component:  # a text alone is its name
        return {"description": RECORDS[name], "anyOf": [_ref("Text"), schema]}
    return schema


def _names(schema: object) -> Iterator[str]:
    """The definitions that a schema needs."""
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].removeprefix("#/definitions/")
        for part in schema.values():
            yield from _names(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _names(part)


def _definition(name: str) -> Schema:
    if name in _BARE:
        return {"description": TYPES[name], **_BARE[name]}
    return _of_record(getattr(model, name))


def export(name: str) -> str:
    """A schema as the text of its file."""
    top, files = FILES[name]
    schema: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": files, **_of_record(top)}
    definitions: dict[str, Schema] = {}
    wanted = [*_names(schema)]
    while wanted:
        one = wanted.pop()
        if one not in definitions:
            definitions[one] = _definition(one)
            wanted += _names(definitions[one])
    schema["definitions"] = dict(sorted(definitions.items()))
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def settings() -> str:
    """What tells Visual Studio Code, with the extension redhat.vscode-yaml, which schema is for which file."""
    schemas = {f"./schemas/{name}.json": files for name, (_, files) in FILES.items()}
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"


def written() -> dict[Path, str]:
    """Every file that this writes."""
    return dict.fromkeys(SETTINGS, settings()) | {FOLDER / f"{name}.json": export(name) for name in FILES}


def main() -> None:
    for path, text in written().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
