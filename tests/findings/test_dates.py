"""The order of dates of the documents of a year; that of a score file stands in test_names."""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding, Severity, message

Found = Callable[[str, Mapping[str, str]], list[Finding]]


def document(kind: str, date: str = "", event: str = "", more: str = "") -> str:
    lines = [f"  - kind: {kind}", f"    title: รายงาน {kind}", *([f"    date: {date}"] if date else [])]
    if event:
        lines.append(f"    events: [{{kind: event, date: {event}, what: การประชุม, where: ข้อ ๔}}]")
    return "\n".join([*lines, *([f"    {more}"] if more else [])]) + "\n"


def documents(*parts: str) -> str:
    return "documents:\n" + "".join(parts)


MEMO = "memo: {subject: เรื่อง, to: นายก, body: เรียน}"
EARLY, LATE = "5 ตุลาคม 2565", "10 ตุลาคม 2565"
ORDERS: dict[str, tuple[str, list[list[str]]]] = {
    "its own event": (documents(document("a", EARLY, LATE)), [[EARLY, LATE]]),
    "the same day": (documents(document("a", LATE, LATE)), []),
    "the day before": (documents(document("a", LATE, "9 ตุลาคม 2565")), []),
    "the day after": (documents(document("a", EARLY, "6 ตุลาคม 2565")), [[EARLY, "6 ตุลาคม 2565"]]),
    "the event of what came with it": (documents(document("a", EARLY), document("b", event=LATE)), [[EARLY, LATE]]),
    "the event of what stands before it": (documents(document("b", event=LATE), document("a", EARLY)), [[EARLY, LATE]]),
    "two documents": (
        documents(document("a", EARLY), document("b", EARLY, LATE), document("c", LATE)),
        [[EARLY, LATE], [EARLY, LATE]],
    ),
    "no date": (documents(document("a", event=LATE)), []),
    "no event": (documents(document("a", EARLY), document("b", LATE)), []),
}


@pytest.mark.parametrize(("text", "dates"), ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("year", [2567, 2568])
def test_the_order_of_documents_and_events(found: Found, year: int, text: str, dates: list[list[str]]) -> None:
    listed = found("date-order", {f"{year}/documents.yml": text})

    assert [[value.value for value in one.values] for one in listed] == dates
    assert {(one.severity, one.fiscal_year.number) for one in listed} <= {(Severity.MEDIUM, year)}
    assert all(one.source == one.values[1].source for one in listed)


def test_documents_of_another_year_did_not_come_with_it(found: Found) -> None:
    files = {
        "2567/documents.yml": documents(document("a", EARLY)),
        "2568/documents.yml": documents(document("b", "", LATE)),
    }

    assert found("date-order", files) == []


def test_a_memo_is_called_so(found: Found) -> None:
    files = {"2567/documents.yml": documents(document("a", EARLY, more=MEMO), document("b", "", LATE))}

    (one,) = found("date-order", files)

    assert message(one).startswith(f"บันทึกข้อความลงวันที่ {EARLY} ก่อนการประชุม วันที่ {LATE}")
    assert [value.place for value in one.values] == ["บันทึกข้อความ – วันที่ของเอกสาร", "การประชุม – ข้อ ๔"]


def test_what_the_score_file_says_already_is_not_said_again(found: Found) -> None:
    rows = "".join(
        f"    - {{kind: {kind}, date: {date}, what: {what}, where: ปก}}\n"
        for kind, date, what in (("document", EARLY, "รายงาน"), ("event", LATE, "การประชุม"))
    )
    scores = f"overall: 90.00\ndocument:\n  title: รายงาน\n  dates:\n{rows}"
    texts = documents(document("a", EARLY, LATE), document("b", "", "11 ตุลาคม 2565"))

    listed = found("date-order", {"2568/scores.yml": scores, "2568/documents.yml": texts})

    assert [(one.source.file.rpartition("/")[2], one.values[1].value) for one in listed] == [
        ("scores.yml", LATE),
        ("documents.yml", "11 ตุลาคม 2565"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "ocr"), [("ocr", "typed", True), ("typed", "ocr", True), ("typed", "typed", False)]
)
def test_an_order_rests_on_both_documents(found: Found, one: str, other: str, ocr: bool) -> None:
    texts = documents(document("a", EARLY, more=f"reading: {one}"), document("b", event=LATE, more=f"reading: {other}"))

    (finding,) = found("date-order", {"2567/documents.yml": texts})

    assert finding.contradiction.ocr is ocr
