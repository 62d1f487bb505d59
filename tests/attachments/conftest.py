"""Small files of every kind that may be attached, made of texts."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter

from generator.attachments import Store, inspect
from generator.model import AttachedFile
from generator.problems import Problem

SHOWN = "data/tua-yang/2568/files"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class DictStore(dict[str, bytes]):
    """Keeps everything, and counts what it is given."""

    puts = 0

    def put(self, key: str, content: bytes) -> None:
        self.puts += 1
        self[key] = content


@dataclass(frozen=True)
class Inspected:
    files: tuple[AttachedFile, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in (*self.problems, *self.notices)]

    @property
    def file(self) -> AttachedFile:
        (one,) = self.files
        return one


Inspect = Callable[[Mapping[str, bytes]], Inspected]


@pytest.fixture
def store() -> DictStore:
    return DictStore()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "files"
    path.mkdir()
    return path


@pytest.fixture
def inspected(folder: Path, store: Store) -> Inspect:
    """What is found in a folder of these files."""

    def of(files: Mapping[str, bytes]) -> Inspected:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return Inspected(*inspect(folder, SHOWN, store))

    return of


class Samples:
    """Makers of contents."""

    @staticmethod
    def csv(text: str) -> bytes:
        return text.encode()

    @staticmethod
    def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = (), note: str = "") -> bytes:
        """A workbook of these rows; `note` is a comment on its first cell."""
        content = io.BytesIO()
        book = xlsxwriter.Workbook(
            content, {"in_memory": True, "strings_to_urls": False, "default_date_format": "d/m/yy"}
        )
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            if note:
                sheet.write_comment(0, 0, note)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        book.close()
        return content.getvalue()

    @staticmethod
    def archive(parts: Mapping[str, str | bytes]) -> bytes:
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return content.getvalue()

    @classmethod
    def docx(
        cls,
        paragraphs: Sequence[str] = (),
        parts: Mapping[str, str | bytes] | None = None,
        body: str = "",
        main: str = "wordprocessingml.document.main",
        types: str = "",
    ) -> bytes:
        """A document of these paragraphs, each broken into runs of four letters as Word likes to do."""
        lines = "".join(f"<w:p>{''.join(map(_run, _pieces(text)))}</w:p>" for text in paragraphs)
        overrides = f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.{main}+xml"/>{types}'
        return cls.archive(
            {
                "[Content_Types].xml": f'<Types xmlns="{_TYPES}">{overrides}</Types>',
                "word/document.xml": cls.word("document", f"<w:body>{lines}{body}</w:body>"),
                **(parts or {}),
            }
        )

    @staticmethod
    def word(root: str, inner: str) -> str:
        return f'<w:{root} xmlns:w="{_WORD}">{inner}</w:{root}>'

    @staticmethod
    def repacked(content: bytes, parts: Mapping[str, str | bytes], types: str = "") -> bytes:
        """The same archive with other parts beside its own, and more content types."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            kept: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        listed = kept["[Content_Types].xml"]
        assert isinstance(listed, bytes)
        kept["[Content_Types].xml"] = listed.replace(b"</Types>", f"{types}</Types>".encode())
        return Samples.archive({**kept, **parts})

    @staticmethod
    def pdf(pages: Sequence[str], catalog: str = "", page: str = "", objects: Sequence[str] = ()) -> bytes:
        """A PDF with these texts on its pages; `catalog` and `page` are more entries of theirs, `objects` those from
        number 10 on."""
        return _pdf(pages, catalog, page, objects)

    @staticmethod
    def png(tail: bytes = b"") -> bytes:
        def chunk(name: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

        header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"") + tail

    @staticmethod
    def jpg(tail: bytes = b"") -> bytes:
        return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9" + tail

    @staticmethod
    def ole(stream: str = "") -> bytes:
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)


@pytest.fixture
def samples() -> type[Samples]:
    return Samples


def _pieces(text: str) -> list[str]:
    return [text[start : start + 4] for start in range(0, len(text), 4)]


def _run(text: str) -> str:
    inner = text.replace("&", "&amp;").replace("<", "&lt;")
    inner = inner.replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def _pdf(pages: Sequence[str], catalog: str, page: str, objects: Sequence[str]) -> bytes:
    used = sorted({character for text in pages for character in text} - {"\n"})
    shown = "\n".join(f"<{ord(character):04X}> <{ord(character):04X}>" for character in used)
    cmap = f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(used)} beginbfchar\n{shown}\nendbfchar"
    first = 100
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    bodies = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 595 842]>>",
        3: "<</Type/Font/Subtype/Type0/BaseFont/Thai/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        4: "<</Type/Font/Subtype/CIDFontType2/BaseFont/Thai/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/DW 600>>",
        5: _stream(cmap),
        **{10 + number: body for number, body in enumerate(objects)},
    }
    for number, text in enumerate(pages):
        lines = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in text.split("\n"))
        bodies[first + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {first + 2 * number + 1} 0 R{page}>>"
        )
        bodies[first + 2 * number + 1] = _stream(f"BT /F 14 Tf 16 TL 72 700 Td\n{lines}ET" if text else "")
    return assembled(bodies)


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>\nstream\n{text}\nendstream"


def assembled(bodies: Mapping[int, str]) -> bytes:
    """A PDF of objects by number, 1 being its catalog."""
    content = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(bodies.items()):
        places[number] = len(content)
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(content)
    content += b"xref\n0 1\n0000000000 65535 f \n"
    content += b"".join(f"{number} 1\n{place:010} 00000 n \n".encode() for number, place in places.items())
    return content + f"trailer\n<</Size {max(bodies) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
