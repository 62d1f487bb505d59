"""generator.attachments.pdf: pages and texts, what acts by itself, what is locked, broken or endless."""

from __future__ import annotations

import io
import logging
import zlib
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import Link
from pypdf.generic import Fit

from generator.attachments import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attachments.conftest import Inspect, Samples


def _written(writer: PdfWriter) -> bytes:
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


@pytest.fixture
def writer(samples: type[Samples]) -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(io.BytesIO(samples.pdf(["แผนปฏิบัติการ"]))))


# --- pages and texts


@pytest.mark.parametrize(
    ("pages", "scanned"),
    [(["แผน"], False), (["", "แผน"], False), ([""], True), (["", ""], True), (["12 / 68"], True), (["a"], False)],
)
def test_pages_and_scans(inspected: Inspect, samples: type[Samples], pages: list[str], *, scanned: bool) -> None:
    file = inspected({"a.pdf": samples.pdf(pages)}).file

    assert (file.pages, file.scanned, file.tables) == (len(pages), scanned, ())


def test_a_comment_is_no_text_of_a_scan(inspected: Inspect, samples: type[Samples]) -> None:
    note = "<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/Contents(note)>>"

    assert not inspected({"a.pdf": samples.pdf([""], page="/Annots[10 0 R]", objects=[note])}).codes


# --- what acts by itself


@pytest.mark.parametrize(
    ("catalog", "objects"),
    [
        ("/OpenAction 10 0 R", ["<</S/JavaScript/JS(app.alert\\(1\\))>>"]),
        ("/OpenAction<</S/J#61vaScript/J#53(1)>>", []),
        ("/OpenAction<</S/URI/URI(https://example.go.th)>>", []),
        ("/OpenAction<</S/Launch/F(a.exe)>>", []),
        ("/OpenAction 10 0 R", ["<</S 11 0 R/D[100 0 R/Fit]>>", "/GoToR"]),
        ("/OpenAction<</D[100 0 R/Fit]>>", []),
        ("/AA<</WC<</S/JavaScript/JS(1)>>>>", []),
        ("/Names<</JavaScript<</Names[(a) 10 0 R]>>>>", ["<</S/JavaScript/JS(1)>>"]),
        ("/Names<</EmbeddedFiles<</Names[(a) 10 0 R]>>>>", ["<</Type/Filespec/F(a.exe)>>"]),
        ("", ["<</Type/Annot/A<</S/Launch/F(cmd.exe)>>>>"]),
        ("", ["<</Type/EmbeddedFile/Length 0>>\nstream\n\nendstream"]),
        ("", ["<</Subtype/RichMedia>>"]),
    ],
)
def test_what_acts_by_itself(inspected: Inspect, samples: type[Samples], catalog: str, objects: list[str]) -> None:
    assert inspected({"a.pdf": samples.pdf(["ก"], catalog, objects=objects)}).codes == ["attachment-active"]


@pytest.mark.parametrize(
    ("catalog", "objects"),
    [
        ("/OpenAction[100 0 R/Fit]", []),
        ("/OpenAction 10 0 R", ["[100 0 R/XYZ 0 842 1]"]),
        ("/OpenAction<</S/GoTo/D[100 0 R/Fit]>>", []),
        ("/OpenAction 10 0 R", ["<</S/GoTo/D[100 0 R/Fit]>>"]),
        ("/OpenAction(start)", []),
        ("/OpenAction null", []),
        ("", ["<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://example.go.th)>>>>"]),
        ("", ["<</Length 11>>\nstream\n/JavaScript\nendstream"]),
        ("/Names<</Dests 10 0 R>>", ["<</Names[]>>"]),
        ("", ["<</Title(JavaScript)/JSON/x/Launched/x>>"]),
    ],
)
def test_what_does_not(inspected: Inspect, samples: type[Samples], catalog: str, objects: list[str]) -> None:
    assert not inspected({"a.pdf": samples.pdf(["ก"], catalog, objects=objects)}).codes


def test_other_programs_write_it_so(inspected: Inspect, writer: PdfWriter, samples: type[Samples]) -> None:
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), target_page_index=0, fit=Fit.fit()))
    linked = _written(writer)
    writer.add_open_action(JavaScript("app.alert(1)"))
    scripted = _written(writer)
    attaching = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.pdf(["ก"]))))
    attaching.add_attachment("a.txt", b"a")

    found = inspected({"a.pdf": linked, "b.pdf": scripted, "c.pdf": _written(attaching)})

    assert [(one.code, one.source.file[-5:]) for one in found.problems] == [
        ("attachment-active", "b.pdf"),
        ("attachment-active", "c.pdf"),
    ]


def test_programs_in_packed_objects(inspected: Inspect) -> None:
    """Object streams hide names from whoever only looks at the bytes."""

    def packed(action: str) -> bytes:
        inner = f"1 0 2 {len('<</Type/Catalog/Pages 3 0 R/OpenAction 2 0 R>>') + 1} "
        data = f"{inner}<</Type/Catalog/Pages 3 0 R/OpenAction 2 0 R>> {action}".encode()
        return _with_object_stream(zlib.compress(data), len(inner))

    found = inspected({"a.pdf": packed("<</S/JavaScript/JS(1)>>"), "b.pdf": packed("<</S/GoTo/D[4 0 R/Fit]>>")})

    assert [(one.code, one.source.file[-5:]) for one in found.problems] == [("attachment-active", "a.pdf")]


def _with_object_stream(data: bytes, first: int) -> bytes:
    """A PDF whose objects 1 (its catalog) and 2 are packed into object 5."""
    content = b"%PDF-1.7\n"
    places = {}
    for number, body in (
        (3, b"<</Type/Pages/Kids[4 0 R]/Count 1>>"),
        (4, b"<</Type/Page/Parent 3 0 R/MediaBox[0 0 9 9]>>"),
        (
            5,
            b"<</Type/ObjStm/N 2/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream"
            % (first, len(data), data),
        ),
    ):
        places[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    rows = [(0, 0, 255), (2, 5, 0), (2, 5, 1), *((1, places[number], 0) for number in (3, 4, 5)), (1, start, 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(3, "big") + bytes([last]) for kind, place, last in rows)
    head = b"<</Type/XRef/Size 7/W[1 3 1]/Root 1 0 R/Length %d>>" % len(table)
    return content + b"6 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (head, table, start)


# --- locked


@pytest.mark.parametrize("password", ["secret", ""])
@pytest.mark.parametrize("method", ["RC4-40", "RC4-128"])
def test_locked_files(inspected: Inspect, writer: PdfWriter, password: str, method: str) -> None:
    writer.encrypt(password, owner_password="owner", algorithm=method)  # noqa: S106 -- of a sample

    assert inspected({"a.pdf": _written(writer)}).codes == ["attachment-encrypted"]


@pytest.mark.parametrize("version", [(4, 4), (5, 5), (5, 6), (9, 9)])
def test_locked_by_newer_methods(inspected: Inspect, samples: type[Samples], version: tuple[int, int]) -> None:
    keys = "".join(f"/{name}<{'00' * length}>" for name, length in (("O", 48), ("U", 48), ("OE", 32), ("UE", 32)))
    method = "AESV3" if version[0] == 5 else "AESV2"
    lock = (
        f"<</Filter/Standard/V {version[0]}/R {version[1]}/P -4/Length 256{keys}/Perms<{'00' * 16}>"
        f"/StmF/StdCF/StrF/StdCF/CF<</StdCF<</CFM/{method}/AuthEvent/DocOpen/Length 32>>>>>>"
    )
    content = samples.pdf(["ก"], objects=[lock]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 10 0 R/ID[<00><00>]")

    assert inspected({"a.pdf": content}).codes == ["attachment-encrypted"]


# --- broken and endless


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n%%EOF\n",
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        b"%PDF-1.7\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 100_000,
        b"%PDF-1.7\n1 0 obj" + b"<<" * 50_000 + b"\ntrailer<</Root 1 0 R>>\n%%EOF",
    ],
)
def test_broken_files(inspected: Inspect, content: bytes) -> None:
    assert inspected({"a.pdf": content}).codes == ["attachment-broken"]


def test_a_file_without_pages_is_broken(inspected: Inspect, samples: type[Samples]) -> None:
    assert inspected({"a.pdf": samples.pdf([])}).codes == ["attachment-broken"]


def test_a_wrong_table_of_contents_is_mended(inspected: Inspect, samples: type[Samples]) -> None:
    content = samples.pdf(["แผน"])
    start = content.rindex(b"startxref")

    assert not inspected({"a.pdf": content[:start] + b"startxref\n7\n%%EOF\n"}).codes


class _Told(logging.Handler):
    """What pypdf tells of a file."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.all.append(record.getMessage())

    def count(self, words: str) -> int:
        return sum(words in one for one in self.all)


@pytest.fixture
def told() -> Iterator[_Told]:
    handler = _Told()
    logging.getLogger("pypdf").addHandler(handler)
    yield handler
    logging.getLogger("pypdf").removeHandler(handler)


def test_what_takes_too_long_is_said_not_to_be_read(inspected: Inspect, samples: type[Samples], told: _Told) -> None:
    drawing = "0 0 m 9 9 l S " * 150_000
    form = f"<</Subtype/Form/BBox[0 0 9 9]/Resources<</Font<<>>>>/Length {len(drawing)}>>\nstream\n{drawing}\nendstream"
    tree = [
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {number} 0 R>>>>/Length 300>>\n"
        f"stream\n{'/X Do ' * 50}\nendstream"
        for number in (11, 12, 13, 10)
    ]
    drawn = "/Resources<</XObject<</X 10 0 R>>>>/Contents 20 0 R"
    call = "<</Length 5>>\nstream\n/X Do\nendstream"

    found = [
        inspected({"a.pdf": _drawn(samples, drawn, [*objects, *["null"] * (10 - len(objects)), call])})
        for objects in ([form], tree)
    ]

    assert told.count("Reached maximum number of tokens") == 1
    assert told.count("Exceeded") == 1
    assert 0 < told.count("Detected cyclic form") <= 50 * 1_000  # were all of the tree drawn, 50 * 125,000
    assert [one.problems for one in found] == [(), ()]
    assert [[(note.code, note.details) for note in one.notices] for one in found] == [
        [("attachment-unread", {"where": "หน้า 1"})]
    ] * 2
    assert not any(one.file.scanned for one in found)


def _drawn(samples: type[Samples], page: str, objects: list[str]) -> bytes:
    """A PDF with one page, whose resources and contents are those given."""
    content = samples.pdf(["x"], objects=objects).decode("latin-1")
    start, end = content.rindex("/Resources<</Font<</F 3"), content.index(">>\nendobj", content.index("/Contents 101"))
    padded = page.ljust(end - start)
    return (content[:start] + padded + content[end:]).encode("latin-1")


def test_a_bomb_of_one_page_is_not_read(inspected: Inspect, samples: type[Samples]) -> None:
    packed = zlib.compress(b"0 " * 60_000_000).decode("latin-1")
    stream = f"<</Filter/FlateDecode/Length {len(packed)}>>\nstream\n{packed}\nendstream"

    found = inspected({"a.pdf": _drawn(samples, "/Resources<</Font<<>>>>/Contents 10 0 R", [stream])})

    assert found.codes == ["attachment-unread"]


def test_pages_beyond_the_last_are_said(
    inspected: Inspect, samples: type[Samples], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 3)

    found = inspected({"a.pdf": samples.pdf(["1", "2", "3", "4", "5"]), "b.pdf": samples.pdf(["1", "2", "3"])})

    assert [one.details for one in found.notices] == [{"where": "หน้า 4\u20135"}]
    assert [(file.pages, file.scanned) for file in found.files] == [(5, False), (3, True)]


def test_a_file_of_heavy_pages_is_given_up(
    inspected: Inspect, samples: type[Samples], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MOST_OPERATIONS", 10)
    monkeypatch.setattr(pdf, "MOST_IN_ALL", 25)

    found = inspected({"a.pdf": samples.pdf(["1\n2\n3\n4\n5\n6", "ก", *["1\n2\n3\n4\n5\n6"] * 2, "ก"])})

    assert [one.details for one in found.notices] == [{"where": "หน้า 1, 3\u20135"}]
    assert not found.file.scanned


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([1], "หน้า 1"),
        ([1, 2, 3], "หน้า 1\u20133"),
        ([1, 3, 4, 9], "หน้า 1, 3\u20134, 9"),
        (list(range(1, 40, 2)), "หน้า 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 …"),
    ],
)
def test_pages_in_words(numbers: list[int], text: str) -> None:
    assert pdf._spans(numbers) == text
