"""Problems: their order, what they say in both languages, and that every code that is raised has its words."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from generator.personal import CODES as CODES_OF_PERSONAL
from generator.problems import InvalidData, Language, Problem, Source, in_order, letters, nearest
from generator.problems.messages import MESSAGES, SPOKEN, WORDS
from generator.reader import tree

PROGRAM = Path(__file__).parent.parent / "generator"
SOURCES = [
    path for path in sorted(PROGRAM.rglob("*.py")) if path.name != "messages.py" or path.parent.name == "findings"
]
LANGUAGES: tuple[Language, ...] = ("th", "en")


# --- what the program raises


def _calls(name: str) -> Iterator[tuple[ast.Call, ast.AST]]:
    """Every call of this function or class in the program, with the function that it stands in."""
    for path in SOURCES:
        module = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                around = [one for one in functions if any(inner is node for inner in ast.walk(one))]
                yield node, around[-1] if around else module


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _names(node: ast.expr | None, around: ast.AST) -> set[str]:
    """The keys of a details argument: of the literal, or of the literal that the variable was last given above."""
    if isinstance(node, ast.Dict):
        return {key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    if isinstance(node, ast.Name):
        given = [
            one
            for one in ast.walk(around)
            if isinstance(one, ast.Assign) and any(isinstance(t, ast.Name) and t.id == node.id for t in one.targets)
        ]
        last = max((one for one in given if one.lineno <= node.lineno), key=lambda one: one.lineno)
        return _names(last.value, around)
    assert node is None, ast.dump(node)
    return set()


OF_A_VALUE = frozenset({"reading", "guess", "limit"})  # what the reader says about a value that its field refuses


def _raised() -> list[tuple[str, frozenset[str]]]:
    """Every code with the details that come with it, once per place that raises it."""
    raised = []
    for call, around in _calls("Problem"):
        if code := _literal(call.args[0]):
            given = call.args[3] if len(call.args) > 3 else None
            given = next((keyword.value for keyword in call.keywords if keyword.arg == "details"), given)
            raised.append((code, frozenset(_names(given, around))))
    for call, around in _calls("Fault"):
        if code := _literal(call.args[0]):
            given = next((keyword.value for keyword in call.keywords if keyword.arg == "details"), None)
            raised.append((code, frozenset(_names(given, around))))
    for call, _ in _calls("refused"):
        if code := _literal(call.args[0]):
            raised.append((code, frozenset(keyword.arg for keyword in call.keywords if keyword.arg)))
    raised += [(code, frozenset({"where"})) for code in CODES_OF_PERSONAL.values()]
    for raiser in ("NotReadable", "matching"):
        raised += [(code, OF_A_VALUE) for call, _ in _calls(raiser) if (code := _literal(call.args[0]))]
    raised += [(f"{group}-character", frozenset()) for group in tree._SUSPECT.groupindex]
    return raised


RAISED = _raised()
CODES = sorted({code for code, _ in RAISED})


def test_the_program_raises_what_the_table_holds() -> None:
    assert sorted(MESSAGES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_words_use_only_what_every_place_gives(code: str) -> None:
    wanted = {
        name
        for language in LANGUAGES
        for wording in MESSAGES[code][language]
        for _, name, _, _ in string.Formatter().parse(wording)
        if name is not None
    }
    given = [{"found", *details} for raised, details in RAISED if raised == code]

    assert [sorted(wanted - names) for names in given] == [[]] * len(given)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_three_parts_in_both_languages(code: str) -> None:
    assert sorted(MESSAGES[code]) == ["en", "th"]
    for language in LANGUAGES:
        assert len(MESSAGES[code][language]) == 3
        assert all(part.strip() == part != "" for part in MESSAGES[code][language])


def _said(code: str, language: Language) -> str:
    details = {name: "" for raised, names in RAISED if raised == code for name in names}
    problem = Problem(code, Source("data/site.yml"), "", details)
    return f"{problem.what(language)} {problem.hint(language)}"


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_thai_is_thai_and_english_is_not(code: str) -> None:
    assert re.search("[ก-ฮ]", MESSAGES[code]["th"][0])
    assert re.search("[ก-ฮ]", MESSAGES[code]["th"][2])
    assert not re.search("[ก-ฮ]", _said(code, "en"))


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_name_the_same(code: str) -> None:
    said = {
        language: {
            name for part in MESSAGES[code][language] for _, name, _, _ in string.Formatter().parse(part) if name
        }
        for language in LANGUAGES
    }

    assert said["th"] == said["en"]


def test_spoken_codes_exist() -> None:
    assert set(MESSAGES) >= SPOKEN


@pytest.mark.parametrize("word", sorted(WORDS["th"]))
def test_words_of_the_parser_are_thai(word: str) -> None:
    assert re.search("[ก-ฮ]", WORDS["th"][word])


def test_our_own_words_are_said_in_english() -> None:
    ours = {word for word in WORDS["th"] if " " not in word}

    assert ours == {*WORDS["en"], "otherwise"}


# --- what a Problem says


@pytest.mark.parametrize(
    ("problem", "language", "what", "expected", "hint"),
    [
        (
            Problem("score-range", Source("a"), "101"),
            "th",
            "คะแนน 101 อยู่นอกช่วง",
            "0 ถึง 100",
            "ตรวจกับเอกสารแล้วพิมพ์คะแนนใหม่",
        ),
        (
            Problem("score-range", Source("a"), "101"),
            "en",
            "the score 101 is out of range",
            "0 to 100",
            "Check the document and type the score again.",
        ),
        (
            Problem("unknown-key", Source("a"), "overal", {"known": "grade, overall", "guess": "overall"}),
            "en",
            "unknown name “overal”",
            "grade, overall",
            "Correct the name (perhaps overall) or delete the line.",
        ),
        (
            Problem("unknown-key", Source("a"), "overal", {"known": "grade, overall", "guess": "overall"}),
            "th",
            "ไม่รู้จักชื่อ “overal”",
            "grade, overall",
            "แก้ชื่อให้ตรง (อาจหมายถึง overall) หรือลบบรรทัดนี้",
        ),
        (
            Problem("unknown-key", Source("a"), "zz", {"known": "grade", "guess": ""}),
            "en",
            "unknown name “zz”",
            "grade",
            "Correct the name or delete the line.",
        ),
        (
            Problem("wrong-kind", Source("a"), "sequence", {"kind": "mapping"}),
            "en",
            "the wrong kind of value (found a list of lines that begin with -)",
            "a group of lines “name: value”",
            "Shape it like the example in README.md.",
        ),
        (
            Problem("wrong-kind", Source("a"), "scalar", {"kind": "sequence"}),
            "th",
            "รูปแบบข้อมูลไม่ถูกต้อง (พบข้อความหรือตัวเลขในบรรทัดเดียว)",
            "รายการที่ขึ้นต้นบรรทัดด้วย -",
            "จัดรูปแบบตามตัวอย่างใน README.md",
        ),
        (
            Problem("yaml-syntax", Source("a"), "did not find expected key"),
            "th",
            "รูปแบบ YAML ไม่ถูกต้อง (ย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า)",
            "บรรทัดแบบ “ชื่อ: ค่า” ที่ย่อหน้าตรงกัน",
            "ตรวจเครื่องหมาย : เครื่องหมายคำพูด วงเล็บ และย่อหน้าของบรรทัดนี้กับบรรทัดก่อนหน้า",
        ),
        (
            Problem("yaml-syntax", Source("a"), "words that a later parser says"),
            "th",
            "รูปแบบ YAML ไม่ถูกต้อง (อ่านบรรทัดนี้ไม่ได้)",
            "บรรทัดแบบ “ชื่อ: ค่า” ที่ย่อหน้าตรงกัน",
            "ตรวจเครื่องหมาย : เครื่องหมายคำพูด วงเล็บ และย่อหน้าของบรรทัดนี้กับบรรทัดก่อนหน้า",
        ),
        (
            Problem("yaml-syntax", Source("a"), "words that a later parser says"),
            "en",
            "the YAML cannot be read (words that a later parser says)",
            "lines like “name: value”, evenly indented",
            "Check the colon, quotes, brackets and indentation of this line and the one before.",
        ),
        (
            Problem("number-invalid", Source("a"), "8e1", {"guess": "80"}),
            "en",
            "“8e1” is not a number",
            "digits of one script, Thai or Arabic, such as 88.53 or ๘๘.๕๓",
            "Type the number as the document has it (perhaps 80).",
        ),
        (
            Problem("key-invalid", Source("a"), "mapping"),
            "en",
            "“mapping” cannot be a name here",
            "small Latin letters, digits or hyphens, a letter first, such as table-1",
            "Choose another name.",
        ),
        (
            Problem("key-invalid", Source("a"), "{x} {0}"),
            "en",
            "“{x} {0}” cannot be a name here",
            "small Latin letters, digits or hyphens, a letter first, such as table-1",
            "Choose another name.",
        ),
    ],
)
def test_what_is_said(problem: Problem, language: Language, what: str, expected: str, hint: str) -> None:
    assert (problem.what(language), problem.expected(language), problem.hint(language)) == (what, expected, hint)


def test_problems_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Problem("file-empty", Source("a")), "code", "yaml-tab")  # noqa: B010 -- a type checker would refuse it


def test_thai_is_the_language_by_default() -> None:
    problem = Problem("file-empty", Source("a"))

    assert (problem.what(), problem.expected(), problem.hint()) == MESSAGES["file-empty"]["th"]


# --- order


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Source("a.yml", 9, 9), Source("b.yml", 1, 1)),
        (Source("a.yml", 2, 9), Source("a.yml", 10, 1)),
        (Source("a.yml", 1, 2), Source("a.yml", 1, 10)),
    ],
)
def test_in_order_of_file_line_and_column(earlier: Source, later: Source) -> None:
    problems = [Problem("file-empty", later), Problem("yaml-tab", earlier)]

    assert [problem.source for problem in in_order(problems)] == [earlier, later]


def test_in_order_of_code_and_text_in_one_place() -> None:
    place = Source("a.yml", 1, 1)
    problems = [Problem("yaml-tag", place, "b"), Problem("yaml-tag", place, "a"), Problem("yaml-alias", place, "z")]

    assert in_order(problems) == (problems[2], problems[1], problems[0])


def test_in_order_drops_repeats() -> None:
    place = Source("a.yml", 1, 1)
    once, other = Problem("yaml-tag", place, "a"), Problem("yaml-tag", place, "b")

    assert in_order([once, other, Problem("yaml-tag", place, "a")]) == (once, other)
    assert in_order([]) == ()


def test_in_order_keeps_what_differs_in_its_details() -> None:
    place = Source("a.yml", 1, 1)
    problems = [Problem("missing-key", place, details={"name": name}) for name in ("type", "name", "type")]

    assert [problem.details["name"] for problem in in_order(problems)] == ["name", "type"]


def test_invalid_data_is_in_order() -> None:
    first, second = Problem("yaml-tab", Source("a.yml", 1, 1)), Problem("file-empty", Source("a.yml", 2, 1))
    invalid = InvalidData(iter([second, first, second]))

    assert invalid.problems == (first, second)
    assert str(invalid) == "a.yml:1:1: yaml-tab; a.yml:2:1: file-empty"


def test_source_reads_like_a_compiler_message() -> None:
    assert str(Source("data/a/2568/scores.yml", 7, 13)) == "data/a/2568/scores.yml:7:13"
    assert str(Source("data/site.yml")) == "data/site.yml:1:1"


# --- guesses


@pytest.mark.parametrize(
    ("name", "known", "guess"),
    [
        ("overal", ["grade", "overall", "indicators"], "overall"),
        ("indicator", ["grade", "overall", "indicators"], "indicators"),
        ("การใช้งบประมาน", ["การใช้งบประมาณ", "การใช้อำนาจ"], "การใช้งบประมาณ"),
        ("overall", ["overall", "overal"], "overall"),
        ("abcde", ["abcxy"], "abcxy"),
        ("abcde", ["abwxy"], ""),
        ("zz", ["grade", "overall"], ""),
        ("overal", [], ""),
        ("", ["grade"], ""),
    ],
)
def test_nearest(name: str, known: list[str], guess: str) -> None:
    assert nearest(name, known) == guess


# --- places


def test_a_place_in_a_workbook_is_named_as_the_workbook_names_it() -> None:
    assert str(Source("data/a/2568/scores.yml", 7, 13)) == "data/a/2568/scores.yml:7:13"
    assert str(Source("แบบกรอก.xlsx", 7, 3, "ผลคะแนนปี 2568")) == "แบบกรอก.xlsx › ผลคะแนนปี 2568 › C7"


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_are_named_like_those_of_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name
