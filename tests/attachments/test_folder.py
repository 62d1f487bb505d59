"""generator.attachments: which entries of a folder are files, what their names say, and what is kept about them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import attachments
from generator.attachments import LARGEST, FolderStore, NoStore, inspect
from generator.model import FileKind
from generator.problems import Source

if TYPE_CHECKING:
    from tests.attachments.conftest import DictStore, Inspect, Samples

SHOWN = "data/tua-yang/2568/files"


def _all(samples: type[Samples]) -> dict[str, bytes]:
    return {
        "แผน.pdf": samples.pdf(["แผนปฏิบัติการ", "หน้าสอง"]),
        "ตาราง.xlsx": samples.xlsx({"ก": [["ข"]]}),
        "บันทึก.docx": samples.docx(["ข้อความ"]),
        "รายการ.csv": samples.csv("ก,ข\n1,2\n"),
        "รูป.png": samples.png(),
        "ภาพ.jpg": samples.jpg(),
        "ภาพ.JPEG": samples.jpg(),
    }


def test_files_of_every_kind(inspected: Inspect, samples: type[Samples], folder: Path) -> None:
    contents = _all(samples)

    found = inspected(contents)

    assert not found.codes
    assert [(file.name, file.kind) for file in found.files] == [
        ("ตาราง.xlsx", FileKind.XLSX),
        ("บันทึก.docx", FileKind.DOCX),
        ("ภาพ.JPEG", FileKind.JPG),
        ("ภาพ.jpg", FileKind.JPG),
        ("รายการ.csv", FileKind.CSV),
        ("รูป.png", FileKind.PNG),
        ("แผน.pdf", FileKind.PDF),
    ]
    for file in found.files:
        assert file.path == folder / file.name
        assert file.source == Source(f"{SHOWN}/{file.name}")
        assert file.size == len(contents[file.name])
        assert file.digest == hashlib.sha256(contents[file.name]).hexdigest()
    assert [file.pages for file in found.files if file.kind is FileKind.PDF] == [2]


def test_an_empty_folder_and_notes_for_people(inspected: Inspect) -> None:
    assert not inspected({}).codes
    notes = {"README.md": b"x", "desktop.ini": b"x", "Thumbs.db": b"x", ".DS_Store": b"x"}
    assert inspected(notes) == inspected({})


# --- what is no file


def test_only_regular_files_are_opened(inspected: Inspect, samples: type[Samples], folder: Path) -> None:
    (folder / "ข.pdf").mkdir()
    (folder / "ค.pdf").symlink_to("/etc/passwd")
    os.mkfifo(folder / "ง.pdf")
    (folder.parent / "other.png").write_bytes(samples.png())
    (folder / "จ.png").hardlink_to(folder.parent / "other.png")

    found = inspected({"ก.png": samples.png()})

    assert [file.name for file in found.files] == ["ก.png"]
    assert [(one.code, one.found, one.source.file) for one in found.problems] == [
        ("file-kind", "directory", f"{SHOWN}/ข.pdf"),
        ("file-kind", "symlink", f"{SHOWN}/ค.pdf"),
        ("file-kind", "special", f"{SHOWN}/ง.pdf"),
        ("file-kind", "special", f"{SHOWN}/จ.png"),
    ]


def test_a_folder_that_is_a_link_or_a_file(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "file").write_bytes(b"x")

    found = [inspect(tmp_path / name, SHOWN, NoStore())[1] for name in ("link", "file")]

    assert [(one.code, one.found, one.source) for (one,) in found] == [
        ("file-kind", "symlink", Source(SHOWN)),
        ("file-kind", "special", Source(SHOWN)),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cannot_be_read(inspected: Inspect, samples: type[Samples], folder: Path) -> None:
    (folder / "ก.png").write_bytes(samples.png())
    (folder / "ก.png").chmod(0)

    assert [(one.code, one.found) for one in inspected({}).problems] == [("file-kind", "unreadable")]


def test_sizes(inspected: Inspect, samples: type[Samples]) -> None:
    picture = samples.png()
    largest = picture + bytes(LARGEST - len(picture))

    found = inspected({"ก.png": b"", "ข.png": largest, "ค.png": largest + b"\0"})

    assert [(one.code, one.details) for one in found.problems] == [
        ("attachment-empty", {}),
        ("file-too-large", {"limit": "20000000"}),
    ]
    assert [file.size for file in found.files] == [20_000_000]


# --- names


@pytest.mark.parametrize("name", ["ก.doc", "ก.xls", "ก.docm", "ก.XLSM", "ก.xlsb", "ก.ppt"])
def test_names_of_files_with_macros(inspected: Inspect, samples: type[Samples], name: str) -> None:
    assert inspected({name: samples.docx(["ก"])}).codes == ["attachment-macro"]


@pytest.mark.parametrize("name", ["ก.html", "ก.svg", "ก.zip", "ก.exe", "ก.pptx", "ก", "ก.pdf.txt", "ก.gif", "pdf"])
def test_other_kinds_are_refused(inspected: Inspect, samples: type[Samples], name: str) -> None:
    found = inspected({name: samples.pdf(["ก"])})

    assert found.codes == ["attachment-kind"]
    assert found.problems[0].details["known"] == ".pdf, .xlsx, .docx, .csv, .png, .jpg, .jpeg"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "ก?.pdf",
            "ก#1.pdf",
            "50%.pdf",
            'ก".pdf',
            "ก\n.pdf",
            "ก\u202e.pdf",
            "ก<b>.pdf",
            "a\\b.pdf",
            "~$ก.pdf",
            ".ก.pdf",
        ),
        *("-ก.pdf", " ก.pdf", "con.pdf", "LPT1.pdf", "::warning::.pdf", f"{'ก' * 66}.pdf"),
    ],
)
def test_names_that_have_no_address(inspected: Inspect, samples: type[Samples], name: str) -> None:
    assert inspected({name: samples.pdf(["ก"])}).codes == ["attachment-name"]


@pytest.mark.parametrize(
    "name", ["แผน (1) ฉบับ-ที่_2+3.pdf", "ก" * 65 + ".pdf", "ประกาศ 2568.pdf", "contract.pdf", "a,b.pdf"]
)
def test_other_names_may_stay(inspected: Inspect, samples: type[Samples], name: str) -> None:
    assert not inspected({name: samples.pdf(["ก"])}).codes


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("แผน.PDF", "แผน.pdf"),
        ("Plan.pdf", "plan.pdf"),
        ("cafe\u0301.pdf", unicodedata.normalize("NFC", "cafe\u0301.pdf")),
        ("นํ้า.pdf", "น้ํา.pdf"),
        ("ทํา.pdf", "ทำ.pdf"),
        ("แผน.pdf", "เเผน.pdf"),
        ("แผน\u200b.pdf", "แผน.pdf"),
        ("แผน  1.pdf", "แผน 1.pdf"),
    ],
)
def test_two_names_that_people_cannot_tell_apart(
    inspected: Inspect, samples: type[Samples], one: str, two: str
) -> None:
    found = inspected({one: samples.pdf(["ก"]), two: samples.pdf(["ก"])})

    assert found.codes == ["attachment-twice"]
    assert found.problems[0].details == {"first": min(one, two)}
    assert len(found.files) == 1


def test_a_name_is_in_one_normal_form(inspected: Inspect, samples: type[Samples], folder: Path) -> None:
    found = inspected({"ทํา.pdf": samples.pdf(["ก"])})

    assert (found.file.name, found.file.path) == ("ทำ.pdf", folder / "ทํา.pdf")


# --- what a name says against what is inside


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "docx", "csv", "png", "jpg"])
def test_the_content_is_what_the_name_says(inspected: Inspect, samples: type[Samples], suffix: str) -> None:
    contents = {Path(name).suffix[1:]: content for name, content in _all(samples).items() if not name.endswith("G")}
    contents |= {"exe": b"MZ\x90\0", "html": b"<!DOCTYPE html><script>1</script>", "svg": b"<svg onload='1'/>"}
    contents |= {"zip": samples.archive({"a.txt": "a"}), "ole": samples.ole(), "gif": b"GIF89a\0"}
    del contents[suffix]

    found = {other: inspected({f"ก.{suffix}": content}).codes for other, content in contents.items()}

    odd = {other: codes for other, codes in found.items() if codes != ["attachment-content"]}
    assert odd == ({"zip": ["attachment-broken"], "ole": ["attachment-macro"]} if suffix in {"xlsx", "docx"} else {})


@pytest.mark.parametrize("kind", ["png", "jpg", "pdf"])
def test_a_file_that_is_also_an_archive(inspected: Inspect, samples: type[Samples], kind: str) -> None:
    hidden = samples.archive({"a.exe": "MZ"})
    content = {"png": samples.png(hidden), "jpg": samples.jpg(hidden), "pdf": samples.pdf(["ก"]) + hidden}[kind]

    assert inspected({f"ก.{kind}": content}).codes == ["attachment-content"]


@pytest.mark.parametrize("kind", ["png", "jpg", "pdf", "xlsx", "docx"])
def test_half_a_file(inspected: Inspect, samples: type[Samples], kind: str) -> None:
    whole = next(content for name, content in _all(samples).items() if name.endswith(kind))

    assert inspected({f"ก.{kind}": whole[: len(whole) // 2]}).codes == ["attachment-broken"]


# --- the store


def test_what_is_known_is_not_read_again(
    inspected: Inspect, samples: type[Samples], store: DictStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = {**_all(samples), "เลข.csv": samples.csv("1103702071226\n"), "เสีย.pdf": b"%PDF-1.7 ..."}
    first = inspected(contents)
    monkeypatch.setattr(attachments, "_READERS", {})

    second = inspected({})

    assert second == first
    assert store.puts == len(contents) - 1  # two pictures are the same
    assert not any(b"1103702071226" in kept for kept in store.values())


@pytest.mark.parametrize("spoil", [b"", b"{", b"[]", b'{"pages": "many"}', b"\xff", b'{"faults": [{}]}'])
def test_a_spoilt_store_is_mended(inspected: Inspect, samples: type[Samples], store: DictStore, spoil: bytes) -> None:
    first = inspected(_all(samples))
    good = dict(store)
    for key in store:
        store[key] = spoil

    assert inspected({}) == first
    assert dict(store) == good


def test_a_changed_file_is_read_again(inspected: Inspect, samples: type[Samples]) -> None:
    before = inspected({"ก.pdf": samples.pdf(["ก"])}).file

    after = inspected({"ก.pdf": samples.pdf(["ก", "ข"])}).file

    assert (before.pages, after.pages) == (1, 2)
    assert before.digest != after.digest


def test_the_same_content_under_another_suffix(inspected: Inspect, samples: type[Samples]) -> None:
    content = samples.pdf(["ก"])

    assert inspected({"ก.pdf": content, "ก.png": content}).codes == ["attachment-content"]


def test_a_store_in_a_folder(folder: Path, samples: type[Samples], tmp_path: Path) -> None:
    for name, content in _all(samples).items():
        (folder / name).write_bytes(content)
    store = FolderStore(tmp_path / "deep" / "store")

    first, second = (inspect(folder, SHOWN, store) for _ in range(2))

    assert first == second == inspect(folder, SHOWN, NoStore())
    assert len(list(store.folder.iterdir())) == 6
    assert not [path for path in store.folder.iterdir() if "tmp" in path.name]


def test_a_store_that_cannot_be_written(folder: Path, samples: type[Samples], tmp_path: Path) -> None:
    (folder / "ก.png").write_bytes(samples.png())
    (tmp_path / "store").write_bytes(b"a file")

    assert len(inspect(folder, SHOWN, FolderStore(tmp_path / "store"))[0]) == 1


def test_without_files_no_reader_is_loaded() -> None:
    """Whoever checks data without attachments does not wait for them."""
    heavy = "pypdf", "python_calamine", "generator.attachments.pdf", "generator.attachments.packages"
    code = f"import sys, generator.attachments; print([name for name in {heavy} if name in sys.modules])"

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "[]"
