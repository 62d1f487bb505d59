"""PDF files, read with pypdf."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

from generator.attachments.examined import Examined, Fault, personal_faults, refused
from generator.model import FileKind
from generator.personal import Hit, find_personal

# What takes longer is said not to have been read. One page of print has about 5,000 operations, a drawing 100,000.
MOST_PAGES: Final = 2_000
MOST_OPERATIONS: Final = 300_000
MOST_IN_ALL: Final = 6_000_000
_LIMITS: Final[dict[str, Any]] = {
    "zlib_maximum_output_length": 50_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 50_000_000,
    "stream_decoding_work_maximum_length": 100_000_000,
    "stream_parsing_work_maximum_count": 1_000_000,
    "xform_maximum_invocations_per_extraction": 1_000,
    "page_tree_maximum_entries": 20_000,
    "jbig2dec_binary": None,
}

_NAME: Final = re.compile(rb"/((?:[^\x00-\x20()<>\[\]{}/%#]|#[0-9A-Fa-f]{2})+)")
_ACTIVE: Final = frozenset({b"JavaScript", b"JS", b"Launch", b"EmbeddedFile", b"EmbeddedFiles", b"RichMedia"})
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")


class _TooMuch(Exception):
    """A page, or the file, has more operations than are read."""


class _Log(logging.Handler):
    """Takes what the library tells of its mending, which nobody else wants to hear, and notes when it gave up a form:
    it goes on with the page then as if nothing stood there."""

    lost = False

    def emit(self, record: logging.LogRecord) -> None:
        self.lost = self.lost or str(record.msg).startswith(("Impossible to decode XForm", "Exceeded"))


_log: Final = _Log(logging.WARNING)
logging.getLogger("pypdf").addHandler(_log)
logging.getLogger("pypdf").propagate = False


def examine(content: bytes, kind: FileKind) -> Examined:
    """What a PDF says."""
    # What readers look for within the first kilobyte may stand behind a program or a page of the web.
    if not content.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-") or b"PK\x05\x06" in content[-70_000:]:
        return refused("attachment-content", kind=kind.upper())
    with apply_configuration(None, **_LIMITS):
        try:
            reader = PdfReader(BytesIO(content), strict=False)
            if reader.is_encrypted:
                return refused("attachment-encrypted", kind=kind.upper())
            if _is_active(reader, content):
                return refused("attachment-active", kind=kind.upper())
            pages = len(reader.pages)
        except DependencyError:
            return refused("attachment-encrypted", kind=kind.upper())
        except Exception as fault:  # noqa: BLE001 -- a damaged file raises whatever its place in the library raises
            locked = b"/Encrypt" in content and not isinstance(fault, LimitReachedError)
            return refused("attachment-encrypted" if locked else "attachment-broken", kind=kind.upper())
        return _read(reader, pages) if pages else refused("attachment-broken", kind=kind.upper())


# --- what acts by itself


def _is_active(reader: PdfReader, content: bytes) -> bool:
    """Whether it holds programs or files, or does anything when it is opened but go to a page."""
    packed = {number for number, _ in reader.xref_objStm.values()}
    texts = [_without_streams(content), *(_object_stream(reader, number) for number in sorted(packed))]
    if any(_unescaped(name) in _ACTIVE for text in texts for name in set(_NAME.findall(text))):
        return True
    opened = _resolved(reader.root_object.get("/OpenAction"))
    return isinstance(opened, DictionaryObject) and str(_resolved(opened.get("/S"))) != "/GoTo"


def _without_streams(content: bytes) -> bytes:
    """The objects of a file without the bytes of pictures and pages, in which anything may stand by chance."""
    pieces = []
    end = 0
    while (start := content.find(b"stream", end)) >= 0:
        pieces.append(content[end:start])
        close = content.find(b"endstream", start)
        if close < 0:
            break
        end = close + len(b"endstream")
    pieces.append(content[end:] if start < 0 else b"")
    return b" ".join(pieces)


def _object_stream(reader: PdfReader, number: int) -> bytes:
    stream = reader.get_object(number)
    data = stream.get_data() if stream is not None and hasattr(stream, "get_data") else b""
    return bytes(data)


def _unescaped(name: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name)


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value


# --- texts


def _read(reader: PdfReader, pages: int) -> Examined:
    hits: list[tuple[Hit, str, int]] = []
    unread: list[int] = list(range(MOST_PAGES + 1, pages + 1))
    letters = False
    left = MOST_IN_ALL
    for number in range(1, min(pages, MOST_PAGES) + 1):
        count = _Count(MOST_OPERATIONS)
        try:
            text = _page(reader.pages[number - 1], count) if left > 0 else None
        except Exception:  # noqa: BLE001 -- as in examine; the other pages are read all the same
            text = None
        # A page that was given up has cost as much as the largest.
        left -= MOST_OPERATIONS if text is None else count.done
        if text is None:
            unread.append(number)
            continue
        letters = letters or any(character.isalpha() for character in text)
        hits += [(hit, f"หน้า {number}", 1) for hit in find_personal(text)]
    hits += [(hit, "คุณสมบัติของแฟ้ม", 1) for hit in find_personal(_about(reader))]
    faults = personal_faults(hits)
    if unread:
        faults += (Fault("attachment-unread", details={"where": _spans(sorted(unread))}),)
    return Examined(pages, scanned=not letters and not unread, faults=faults)


class _Count:
    """Counts the operations of a page, and ends the reading at the last that is allowed."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.done = 0

    def __call__(self, *_: object) -> None:
        self.done += 1
        if self.done > self.most:
            raise _TooMuch


def _page(page: PageObject, count: _Count) -> str:
    _log.lost = False
    text = page.extract_text(visitor_operand_before=count)
    if _log.lost or count.done > count.most:
        raise _TooMuch
    return "\n".join([text, *_notes(page)])


def _notes(page: PageObject) -> Iterator[str]:
    """What stands in comments and fields on a page."""
    notes = _resolved(page.get("/Annots"))
    for note in notes if isinstance(notes, ArrayObject) else ():
        one = _resolved(note)
        if isinstance(one, DictionaryObject):
            said = (_resolved(one.get(key)) for key in ("/Contents", "/V"))
            yield from (text for text in said if isinstance(text, TextStringObject))


def _about(reader: PdfReader) -> str:
    """Title, author and the like."""
    try:
        return "\n".join(str(_resolved(value)) for value in (reader.metadata or {}).values())
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError):
        return ""


def _spans(numbers: list[int]) -> str:
    """Pages as people write them: หน้า 3, 7–12."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [str(first) if first == last else f"{first}\u2013{last}" for first, last in spans[:10]]
    return "หน้า " + ", ".join(shown) + (" …" if len(spans) > len(shown) else "")
