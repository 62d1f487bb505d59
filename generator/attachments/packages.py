"""Office files (DOCX, XLSX): archives of XML parts."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from lxml import etree

from generator.attachments.examined import Examined, Fault, personal_faults, refused
from generator.attachments.sheets import examine_sheets
from generator.model import FileKind
from generator.personal import Hit, find_personal

LARGEST_UNPACKED: Final = 200_000_000
MOST_PARTS: Final = 5_000
# Blank styled cells pack about forty times, the method itself ends at 1,032.
_STEEPEST, _STEEP_FROM = 500, 5_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_TYPES: Final = "[content_types].xml"
_MAIN: Final = {
    FileKind.DOCX: b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    FileKind.XLSX: b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_MACRO_NAME: Final = re.compile(r"vba(?:project|data)[^/]*$|(?:^|/)macrosheets/|(?:^|/)customui/", re.IGNORECASE)
_MACRO_TYPE: Final = re.compile(rb"macroenabled|vbaproject|ms-excel\.(?:intl)?macrosheet", re.IGNORECASE)
_OBJECT_NAME: Final = re.compile(r"(?:^|/)(?:embeddings/.*\.bin|activex/.*|oleobject[^/]*)$", re.IGNORECASE)
_OBJECT_TYPE: Final = re.compile(rb"oleobject|activex", re.IGNORECASE)
_PACKAGE_NAME: Final = re.compile(r"(?:^|/)embeddings/[^/]+\.(?:xlsx|docx)$", re.IGNORECASE)
_CELLS: Final = re.compile(r"xl/(?:worksheets/[^/]+|sharedstrings|styles|calcchain)\.xml|.*/theme/.*", re.IGNORECASE)


class Unsafe(Exception):
    """An archive that nothing is read from; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def examine(content: bytes, kind: FileKind) -> Examined:
    """What a DOCX or XLSX says."""
    try:
        return _examine(content, kind, nested=False)
    except Unsafe as unsafe:
        return refused(unsafe.code, kind=kind.upper())


def package_parts(content: bytes, kind: FileKind) -> dict[str, bytes]:
    """Every part of a DOCX or XLSX without macros by its name. Raises Unsafe."""
    if content.startswith(_OLE):
        # A password puts the archive into an old container; else it is the old form, which may hold macros.
        raise Unsafe("attachment-encrypted" if _ENCRYPTED in content else "attachment-macro")
    if not content.startswith(b"PK\x03\x04"):
        raise Unsafe("attachment-content")
    parts = _unpacked(content)
    types = _types(parts)
    if any(_MACRO_NAME.search(name) for name in parts) or _MACRO_TYPE.search(types):
        raise Unsafe("attachment-macro")
    if _MAIN[kind] not in types:
        raise Unsafe("attachment-content" if types else "attachment-broken")
    return parts


def _types(parts: Mapping[str, bytes]) -> bytes:
    return next((part for name, part in parts.items() if name.lower() == _TYPES), b"")


def _examine(content: bytes, kind: FileKind, *, nested: bool) -> Examined:
    """Raises Unsafe."""
    parts = package_parts(content, kind)
    if any(_OBJECT_NAME.search(name) for name in parts) or _OBJECT_TYPE.search(_types(parts)):
        raise Unsafe("attachment-active")
    examined = examine_sheets(parts, content) if kind is FileKind.XLSX else Examined()
    faults = [*examined.faults, *personal_faults(_hits(parts))]
    # A chart carries the workbook that it was made from.
    for name, part in parts.items():
        if not nested and _PACKAGE_NAME.search(name):
            inner = _examine(part, FileKind(name.lower()[-4:]), nested=True)
            where = f"ตารางที่ฝังไว้กับแผนภูมิ ({name.rsplit('/', 1)[1]})"
            faults += [Fault(fault.code, details={**fault.details, "where": where}) for fault in inner.faults]
    return Examined(tables=examined.tables, faults=tuple(faults))


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Every part by its name, as large as the archive says and no larger. Raises Unsafe."""
    try:
        entries = [entry for entry in zipfile.ZipFile(BytesIO(content)).infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
        raise Unsafe("attachment-broken") from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unsafe("attachment-encrypted")
    steep = any(entry.file_size > max(_STEEP_FROM, entry.compress_size * _STEEPEST) for entry in entries)
    large = sum(entry.file_size for entry in entries) > LARGEST_UNPACKED or len(entries) > MOST_PARTS
    # Two parts of one name are two files: one for us, the other for the reader.
    twice = len({entry.filename.lower() for entry in entries}) < len(entries)
    if steep or large or twice:
        raise Unsafe("attachment-broken")
    return {entry.filename: _inflated(content, entry) for entry in entries}


def _inflated(content: bytes, entry: zipfile.ZipInfo) -> bytes:
    """A part, read with our own hands: others stop at the size that the archive claims, or not at all."""
    head = content[entry.header_offset : entry.header_offset + 30]
    if len(head) < 30 or not head.startswith(b"PK\x03\x04"):  # noqa: PLR2004 -- the size of the header
        raise Unsafe("attachment-broken")
    start = entry.header_offset + 30 + sum(struct.unpack("<HH", head[26:30]))
    packed = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        part, whole = packed, len(packed) == entry.file_size
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            part = stream.decompress(packed, entry.file_size + 1)
        except zlib.error:
            raise Unsafe("attachment-broken") from None
        whole = len(part) == entry.file_size and stream.eof
    else:
        raise Unsafe("attachment-broken")
    if not whole or zlib.crc32(part) != entry.CRC:
        raise Unsafe("attachment-broken")
    return part


# --- texts

_PLACES: Final = (
    ("word/document", "เนื้อความ"),
    ("word/header", "หัวกระดาษ"),
    ("word/footer", "ท้ายกระดาษ"),
    ("word/footnotes", "เชิงอรรถ"),
    ("word/endnotes", "อ้างอิงท้ายเรื่อง"),
    ("word/comments", "ข้อคิดเห็น"),
    ("xl/comments", "ข้อคิดเห็นในเซลล์"),
    ("xl/threadedcomments", "ข้อคิดเห็นในเซลล์"),
    ("xl/drawings", "กล่องข้อความหรือรูปภาพในชีต"),
    ("xl/charts", "แผนภูมิ"),
    ("word/charts", "แผนภูมิ"),
    ("xl/pivotcache", "ข้อมูลที่ซ่อนอยู่ใน PivotTable"),
    ("xl/externallinks", "ข้อมูลที่คัดลอกมาจากแฟ้มอื่น"),
    ("docprops", "คุณสมบัติของแฟ้ม"),
)
# The end of a cell is a tab, of anything else that holds lines a new line.
_AFTER: Final = {"tc": "\t", "p": "\n", "tr": "\n", "br": "\n", "cr": "\n", "tab": "\t", "row": "\n"}
# All else ends what stood before it, but for the parts of a paragraph.
_INLINE: Final = frozenset(
    "t r rPr delText instrText ins del moveFrom moveTo hyperlink fldSimple smartTag sdt sdtPr sdtContent proofErr"
    " bookmarkStart bookmarkEnd lastRenderedPageBreak noBreakHyphen softHyphen rFonts b bCs i iCs u sz szCs lang cs"
    " color highlight spacing vertAlign w kern position rStyle fldChar shd strike noProof caps latin ea sym".split()
)
# Attributes that say something: the cells behind a PivotTable, the words for a picture, where a link leads.
_TOLD: Final = ("v", "descr", "title", "Target")


def _hits(parts: Mapping[str, bytes]) -> Iterator[tuple[Hit, str, int]]:
    """Personal numbers of all parts but the cells of sheets. Raises Unsafe."""
    for name, part in parts.items():
        lower = name.lower()
        if lower.endswith((".xml", ".rels", ".vml")) and not _CELLS.fullmatch(lower):
            place = next((words for prefix, words in _PLACES if lower.startswith(prefix)), f"ส่วน {name}")
            for hit in find_personal(_text(part)):
                paragraph = f" ย่อหน้าที่ {hit.line}" if lower == "word/document.xml" else ""
                yield hit, place + paragraph, 1


def parsed(part: bytes) -> etree._Element:
    """The tree of a part, without entities or anything from elsewhere. Raises Unsafe."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Unsafe("attachment-broken")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unsafe("attachment-broken") from None


def _text(part: bytes) -> str:
    """The text of a part: a paragraph or row of a table a line, its cells between tabs."""
    root = parsed(part)
    texts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if event == "start":
            texts += [f"\n{element.attrib[told]}\n" for told in _TOLD if told in element.attrib]
            texts.append(_said(element.text, spaces=name == "t"))
            continue
        if name == "tc" and texts[-1] == "\n":
            texts.pop()
        texts += [_AFTER.get(name, "" if name in _INLINE else "\n"), _said(element.tail)]
    return "".join(texts)


def _said(text: str | None, *, spaces: bool = False) -> str:
    """A text without what only indents the XML."""
    return text if text and (spaces or not text.isspace()) else ""
