"""An agency's own colour and emblem: from agency.yml to every page, and what keeps them from it."""

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.load import load
from generator.load.agencies import LARGEST_EMBLEM
from generator.pipeline.build import Outcome

AGENCY = "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"
Make = Callable[[Mapping[str, str | bytes]], Path]


def png(size: int = 0) -> bytes:
    """A picture of one point; with `size`, of so many bytes in all."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    parts = [b"\x89PNG\r\n\x1a\n", head, chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b"")]
    if size:
        room = size - sum(map(len, parts)) - 12
        parts.insert(2, chunk(b"prVt", b"\0" * room))
    return b"".join(parts)


def test_colour_and_emblem_are_on_every_page(
    built: Callable[[Mapping[str, str | bytes]], Outcome], tmp_path: Path
) -> None:
    outcome = built(
        {
            "tua-yang/agency.yml": AGENCY + "colour: 7A1F2B\nemblem: ตรา.png\n",
            "tua-yang/files/ตรา.png": png(),
        }
    )

    assert outcome.built == ("tua-yang",)
    site = tmp_path / "out" / "site" / "tua-yang"
    assert (site / "assets/images/emblem.png").read_bytes() == png()
    (sheet,) = site.glob("assets/stylesheets/site.*.css")
    looks = sheet.read_text(encoding="utf-8")
    assert looks.rindex("--ps-brand: #7a1f2b") > looks.index("--ps-brand: #0f4c5c")  # the later one counts
    for path in (site / "index.html", site / "scores" / "2568" / "index.html"):
        page = path.read_text(encoding="utf-8")
        assert re.search(rf'<link rel="stylesheet" href="[./]*assets/stylesheets/{re.escape(sheet.name)}">', page)
        assert re.search(r'<img src="[./]*assets/images/emblem\.png"', page)
        assert re.search(r'<link rel="icon" href="[./]*assets/images/emblem\.png">', page)
        assert '<meta name="theme-color" content="#7a1f2b">' in page


@pytest.mark.parametrize(
    ("written", "files", "codes"),
    [
        ("emblem: a.png", {"a.png": png(LARGEST_EMBLEM)}, []),
        ("emblem: a.png", {"a.png": png(LARGEST_EMBLEM + 1)}, ["emblem-large"]),
        ("emblem: a.png", {}, ["emblem-missing"]),
        ("emblem: b.png", {"a.png": png()}, ["emblem-missing"]),
        ("emblem: a.csv", {"a.csv": "ก,ข\n1,2\n".encode()}, ["emblem-missing"]),
        ("emblem: a.png", {"a.png": b"GIF89a"}, ["emblem-missing", "attachment-content"]),
        ("notice: ก", {"a.png": png()}, []),
        ("colour: '#0f4c5c'", {}, []),
        ("colour: 0F4C5C", {}, []),
        ("colour: 0f4c5", {}, ["colour-invalid"]),
        ("colour: red", {}, ["colour-invalid"]),
        ("colour: 0f4c5g", {}, ["colour-invalid"]),
        ("colour: #0f4c5c", {}, ["empty-value"]),
    ],
)
def test_what_keeps_them_from_it(make_data: Make, written: str, files: Mapping[str, bytes], codes: list[str]) -> None:
    own = {f"tua-yang/files/{name}": content for name, content in files.items()}

    loaded = load(make_data({"tua-yang/agency.yml": f"{AGENCY}{written}\n", **own}))

    assert [problem.code for problem in loaded.problems] == codes
    assert all(problem.agency == "tua-yang" for problem in loaded.problems)
