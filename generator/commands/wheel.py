"""The program as a wheel: what a repository keeps of it, so that an upgrade is somebody's decision.

An installed program is packed again from its own files, a checkout is built; both ways give the same bytes.
"""

import base64
import csv
import hashlib
import importlib
import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

PROGRAM = Path(__file__).parent.parent
NAME = "prongsai"
_STAMP = (2020, 2, 2, 0, 0, 0)  # a wheel says nothing about when it was packed
_UNIX, _REGULAR = 3, 0o100644
# What belongs to the wheel of all that stands in its folder of metadata once it is installed.
_METADATA = frozenset({"METADATA", "WHEEL", "entry_points.txt"})
_LICENSES = "licenses"


class NoWheel(Exception):
    """Nobody can tell which files this program is made of."""


@dataclass(frozen=True)
class Wheel:
    name: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def common(name: str) -> Path:
    """A file that stands beside the program in its checkout, and is packaged with it in a wheel."""
    packaged = PROGRAM / "packaged"
    return (packaged if packaged.is_dir() else PROGRAM.parent) / name


def own_wheel() -> Wheel:
    """The wheel of the program that is running. Raises NoWheel."""
    files = dict(_installed() if (PROGRAM / "packaged").is_dir() else _built())
    info = next((path.parent for path in map(PurePosixPath, files) if path.name == "METADATA"), None)
    if info is None or not any(path.startswith("generator/") for path in files):
        raise NoWheel
    return Wheel(f"{info.name.removesuffix('.dist-info')}-py3-none-any.whl", _packed(files, info.name))


def _installed() -> Iterator[tuple[str, bytes]]:
    """The files of the wheel that was installed where the running program lies."""
    found = next(iter(metadata.distributions(name=NAME, path=[str(PROGRAM.parent)])), None)
    for one in (found.files or ()) if found else ():
        folder, *rest = one.parts
        own = folder == PROGRAM.name and "__pycache__" not in rest
        described = folder.endswith(".dist-info") and bool(rest) and rest[0] in {*_METADATA, _LICENSES}
        if own or described:
            yield one.as_posix(), one.read_binary()


def _built() -> Iterator[tuple[str, bytes]]:
    """The files of the wheel that the checkout makes."""
    if not (PROGRAM.parent / "pyproject.toml").is_file():
        raise NoWheel
    try:
        builders = importlib.import_module("hatchling.builders.wheel")  # no run needs it but that of a checkout
    except ImportError:
        raise NoWheel from None
    with tempfile.TemporaryDirectory() as folder:
        (path,) = builders.WheelBuilder(str(PROGRAM.parent)).build(directory=folder, versions=["standard"])
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if not name.endswith(".dist-info/RECORD"):
                    yield name, archive.read(name)


def _packed(files: Mapping[str, bytes], info: str) -> bytes:
    """A wheel of these files, the same bytes from the same files."""
    ordered = sorted(files, key=lambda name: (name.startswith(info), name))
    record = io.StringIO(newline="")
    rows = csv.writer(record, lineterminator="\n")
    rows.writerows((name, f"sha256={_digest(files[name])}", len(files[name])) for name in ordered)
    rows.writerow((f"{info}/RECORD", "", ""))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in ordered:
            archive.writestr(_entry(name), files[name])
        archive.writestr(_entry(f"{info}/RECORD"), record.getvalue())
    return content.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _REGULAR << 16
    return entry


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
