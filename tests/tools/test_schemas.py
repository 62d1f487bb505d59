"""tools/schemas.py: the schemas are what the models say now, and take and refuse what the reader does."""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator import model
from generator.explanations import EXPLANATIONS
from generator.model import Record
from generator.problems import InvalidData
from generator.reader import parse, read
from tools import described, schemas

ROOT = Path(__file__).parent.parent.parent


class Core(yaml.SafeLoader):
    """What an editor makes of a file: YAML 1.2, where only numbers, truths and nothing are not texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 -- as PyYAML has it

    def number(self, node: yaml.ScalarNode) -> int | float:
        text = str(node.value)
        return int(text) if re.fullmatch("[-+]?[0-9]+", text) else float(text)

    def keyed(self, node: yaml.MappingNode) -> dict[str, Any]:
        """Keys are texts, as in JSON."""
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


_FLOAT = re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
Core.add_implicit_resolver("!number", _FLOAT, list("-+.0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_constructor("!number", Core.number)
Core.add_constructor("tag:yaml.org,2002:map", Core.keyed)

VALIDATORS = {name: Draft7Validator(json.loads(schemas.export(name))) for name in schemas.FILES}


def _name_of(path: str) -> str | None:
    """The schema for a file below a data folder."""
    found = [name for name, (_, files) in schemas.FILES.items() if PurePosixPath(f"data/{path}").match(files)]
    return found[0] if found else None


def _faults(name: str, text: str) -> list[str]:
    loaded = yaml.load(text, Loader=Core)  # noqa: S506 -- a SafeLoader with fewer types
    return [f"{fault.json_path}: {fault.message}" for fault in VALIDATORS[name].iter_errors(loaded)]


def _is_read(name: str, text: str) -> bool:
    try:
        parse(read(text.encode(), "a.yml"), schemas.FILES[name][0])
    except InvalidData:
        return False
    return True


def test_the_files_are_current() -> None:
    for path, text in schemas.written().items():
        assert path.read_text(encoding="utf-8") == text, f"run tools/schemas.py: {path.name}"


@pytest.mark.parametrize("name", schemas.FILES)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(json.loads(schemas.export(name)))


def _records(of: type[Record], seen: dict[str, type[Record]]) -> dict[str, type[Record]]:
    if of.__name__ not in seen:
        seen[of.__name__] = of
        for name in re.findall(r"\b[A-Z]\w+\b", str(of.model_fields)):
            inner = getattr(model, name, None)
            if isinstance(inner, type) and issubclass(inner, Record):
                _records(inner, seen)
    return seen


def test_every_key_has_its_text_and_no_other() -> None:
    records: dict[str, type[Record]] = {}
    for top, _ in schemas.FILES.values():
        _records(top, records)

    assert {*described.RECORDS} == {*described.KEYS} == {*records}
    assert {*described.TYPES} == {*schemas._BARE}
    for name, of in records.items():
        assert {*described.KEYS[name]} == {*of.model_fields} - {"source"}, name


def test_texts_are_short_and_thai() -> None:
    texts = [text for keys in described.KEYS.values() for text in keys.values()]
    texts += [*described.RECORDS.values(), *described.TYPES.values()]

    assert all(re.search("[\u0e00-\u0e7f]", text) for text in texts if text != "true หรือ false")
    assert max(map(len, texts)) <= 120


def _data_files() -> Iterator[tuple[str, Path]]:
    folders = [ROOT / "data", *sorted(ROOT.glob("tests/sites/*/data"))]
    for folder in folders:
        for path in sorted(folder.rglob("*.yml")):
            if name := _name_of(path.relative_to(folder).as_posix()):
                yield name, path
    for path in sorted((ROOT / "generator" / "frameworks").glob("*.yml")):
        yield "framework", path


def test_whatever_the_reader_takes_the_schema_takes() -> None:
    seen: dict[str, int] = {}
    for name, path in _data_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        if _is_read(name, text):
            seen[name] = seen.get(name, 0) + 1
            assert _faults(name, text) == [], path

    assert {*seen} == {*schemas.FILES}
    assert seen["scores"] > 20


# What only the reader can tell: bytes, YAML itself, days and numbers that an editor has read already.
_UNSEEN = frozenset(
    """missing-file file-empty file-encoding file-utf16 control-character bidi-character invisible-character
    yaml-syntax yaml-tab yaml-alias yaml-tag yaml-documents duplicate-key too-deep list-too-deep period-order
    date-invalid""".split()
)


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_examples_of_the_handbook(code: str) -> None:
    """Right files are taken, and wrong ones as far as the reader takes them."""
    for path, (wrong, right) in EXPLANATIONS[code].files.items():
        name = _name_of(path)
        if name is None:
            continue
        if isinstance(right, str) and right:
            assert _faults(name, right) == [], path
        if isinstance(wrong, str) and code not in _UNSEEN:
            assert (_faults(name, wrong) == []) is _is_read(name, wrong), path


def _agency(line: str) -> str:
    return f"name: ก\ntype: ข\nprovince: ค\n{line}\n"


def _item(line: str) -> str:
    return f"items:\n  - item: O1\n    evidence:\n      - title: ก\n        {line}\n"


def _acknowledged(line: str) -> str:
    return (
        "acknowledged:\n  - {code: a, fiscal_year: 2568, values: [1], state: waiting, reason: ก, by: ข,"
        f" date: 1 มกราคม 2568, {line}}}\n"
    )


# As a person types them: both sides of what each type takes.
GOOD = [
    *[("scores", f"overall: {value}") for value in ("88.53", "100", "0", "100.00", "๘๘.๕๓", '"88.53"', "+90", "088")],
    *[("scores", f"grade: {value}") for value in ("ผ่านดี", "A", "1", "true", "1.5", "|\n  ผ่าน\n  ดี")],
    *[("scores", f"indicators: {{{key}: 90}}") for key in ("1", "๑", "10", '"1"', "01")],
    ("scores", "instruments: {IIT: 90, 1: 90}"),
    *[("site", f"format: {value}\nlayout: agency\ntitle: ก") for value in ("1", '"1"', "๑")],
    *[
        ("site", f"format: 1\nlayout: agency\ntitle: ก\nofficial: {value}")
        for value in ("true", "False", "yes", "No", "on", "1", "0", '"true"')
    ],
    *[
        ("agency", _agency(f"contact: {{phone: {value}}}"))
        for value in ("0737202200", "073-202200", "0 7320 2200 ต่อ 12", "๐ ๗๓๒๐ ๒๒๐๐", "191")
    ],
    *[("agency", _agency(f"colour: {value}")) for value in ("7a1f2b", "112233", "'#7A1F2B'", "001122", "12e345")],
    *[("agency", _agency(f"main_website: {value}")) for value in ("https://a.go.th", "https://a.go.th/x?y#z")],
    *[("agency", _agency(f"redirects: [{{old: {value}, new: a/}}]")) for value in ("old/", "2568", "a.b/c", "1.5")],
    *[
        ("disclosure", f"due: {value}\nitems: [{{item: O1}}]")
        for value in (
            "2567-02-29", "31 มีนาคม 2568", "๓๑ มี.ค. ๖๘", "31/3/2568", "31/3/68", "วันที่ 31 มี.ค. พ.ศ. 2568", "31มีนาคม2568",
        )
    ],
    *[("disclosure", f"items: [{{item: {value}}}]") for value in ("O1", "o27", "O๒๗", "ข้อ O 27", "โอ27", "O01")],
    *[("disclosure", _item(line)) for line in ("year: 2568", "year: ๒๕๖๘", 'year: "2568"', "components: [1, ๒]")],
    *[("disclosure", _item(line)) for line in ("pages: {1: 3, ๒: 4}", "whole: true", "first_half: false")],
    *[("measures", f"measures: [{{no: {value}, steps: ก}}]") for value in ("1", "๑", "10.0", "0")],
    *[("measures", f"measures: [{{no: 1, steps: ก, period: {value}}}]") for value in ("ตลอดปี", "2568", "ต.ค. 67")],
    ("acknowledged", _acknowledged("indicator: 1")),
    ("agency", _agency(f"eit: {{year: 2568, link: https://a.th/{'a' * 287}, opens: 1/1/68, closes: 1/1/68}}")),
]  # fmt: skip
BAD = [
    *[("scores", f"overall: {value}") for value in ("-1", "100.01", "101", "๙0", "9,5", "ก", "[90]", "{a: 1}", "")],
    *[("scores", f"overall: {value}") for value in ('"100.01"', "๑๐๑", '"90 คะแนน"', "true", '"8e1"')],
    *[("scores", f"indicators: {{{key}: 90}}") for key in ("a", "1.5", "-1", "๑1")],
    *[("scores", text) for text in ("unknown: 1", "source: a", "reading: scanned", "places: {}", "indicators: [90]")],
    ("scores", "places: [{id: a, kind: table}]"),
    *[("scores", f"places: [{{id: {value}, kind: text, where: ก}}]") for value in ("A", "1a", "ก", "a" * 41, "12")],
    *[("site", f"format: {value}\nlayout: agency\ntitle: ก") for value in ("2", '"2"', "1.5")],
    ("site", "format: 1\nlayout: agency"),
    ("site", "format: 1\nlayout: agency\ntitle: ก\nofficial: perhaps"),
    ("site", "format: 1\nlayout: agency\ntitle: ก\nremoved: a"),
    *[("agency", _agency(f"contact: {{phone: {value}}}")) for value in ("โทร 073", "12-", "a", "-12", "073.202200")],
    *[("agency", _agency(f"contact: {{email: {value}}}")) for value in ("a.go.th", "ก@a.go.th", "a@b", "a b@c.th")],
    *[("agency", _agency(f"colour: {value}")) for value in ("red", "7a1f2", "7a1f2bb")],
    *[("agency", _agency(f"main_website: {value}")) for value in ("http://a.th", "a.go.th", "https://a", "https://ก.th")],
    *[("agency", _agency(f"redirects: [{{old: {value}, new: a/}}]")) for value in ("/a/", "https://a/", "a b/", "//b")],
    *[
        ("agency", _agency(f"eit: {{year: 2568, link: https://a.th/{'a' * length}, opens: 1/1/68, closes: 1/1/68}}"))
        for length in (300, 288)
    ],
    *[
        ("disclosure", f"due: {value}\nitems: [{{item: O1}}]")
        for value in ("2024-02-29", "31 March 2568", "31 มีนาคม", "2568", "31-3-2568", "31 มีนาคม 2024", "มีนาคม 2568")
    ],
    ("disclosure", "items: []"),
    *[("disclosure", f"items: [{{item: {value}}}]") for value in ("27", "ข้อ 27", "O0", "O100", "P1")],
    *[("disclosure", _item(line)) for line in ("year: 67", "year: 2024", "year: ๒568")],
    *[("disclosure", _item(line)) for line in ("components: [1.5]", "pages: {a: 1}")],
    *[("measures", f"measures: [{{no: {value}, steps: ก}}]") for value in ("1.5", "-1", "ก", "")],
    ("measures", "measures: [{no: 1, merged: [steps]}]"),
    ("acknowledged", _acknowledged("indicator: ก")),
    ("acknowledged", _acknowledged("state: confirmed, other: 1").replace("state: waiting, ", "")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), GOOD)
def test_good_values_are_taken_as_the_reader_takes_them(name: str, text: str) -> None:
    assert _is_read(name, text)
    assert _faults(name, text) == []


@pytest.mark.parametrize(("name", "text"), BAD)
def test_bad_values_are_refused_as_the_reader_refuses_them(name: str, text: str) -> None:
    assert not _is_read(name, text)
    assert _faults(name, text) != []


def test_an_editor_is_told_which_file_has_which_schema() -> None:
    told = json.loads(schemas.settings())["yaml.schemas"]

    assert told["./schemas/scores.json"] == "data/*/*/scores.yml"
    assert {ROOT / name for name in told} == {ROOT / "schemas" / f"{name}.json" for name in schemas.FILES}
