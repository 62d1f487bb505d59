"""Where it is kept what files say, so that the same content is read once."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Store(Protocol):
    """Bytes by key; a key has only letters, digits, dots and hyphens. What is kept may be lost at any time."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, content: bytes) -> None: ...


@dataclass(frozen=True)
class FolderStore:
    """A file per key. What cannot be read is not there, what cannot be written is not kept."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        try:
            return (self.folder / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, content: bytes) -> None:
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                Path(name).replace(self.folder / key)
            except OSError:
                Path(name).unlink(missing_ok=True)


class NoStore:
    """Keeps nothing."""

    def get(self, key: str) -> bytes | None:  # noqa: ARG002 -- the Protocol's
        return None

    def put(self, key: str, content: bytes) -> None:
        pass
