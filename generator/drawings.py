"""Drawn charts, as SVG and PNG, kept by what they show; what is not there yet is drawn by a process of its own.

The drawing engine is a JavaScript machine of 100 MB. In a process that ends before MkDocs starts, neither a run that
draws nothing nor the builds beside it pay for it.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from generator.charts.vega import Drawing

_VERSION = "3"  # of what the engine does to a picture and of its fonts; a change of it redraws all


class Drawings:
    """An easel over a folder. Used in a `with` block, at whose end the engine stops."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engine: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._engine:
            self._engine.communicate()

    def svg(self, drawing: Drawing) -> str:
        """The picture as SVG text."""
        return self._kept(drawing.order())

    def png(self, svg: str, scale: int) -> bytes:
        """A picture in pixels."""
        return base64.b64decode(self._kept({"svg": svg, "scale": scale}))

    def _kept(self, asked: Mapping[str, Any]) -> str:
        order = json.dumps(asked, ensure_ascii=False, sort_keys=True)
        path = self._folder / hashlib.sha256(f"{_VERSION}\0{order}".encode()).hexdigest()
        if path.is_file():
            return path.read_text(encoding="utf-8")
        drawn = self._draw(order)
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")  # another process may draw the same
        draft.write_text(drawn, encoding="utf-8", newline="\n")
        draft.replace(path)
        return drawn

    def _draw(self, order: str) -> str:
        if self._engine is None:
            self._engine = subprocess.Popen(
                [sys.executable, "-m", "generator.charts.engine"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        inlet, outlet = self._engine.stdin, self._engine.stdout
        if inlet is None or outlet is None:
            raise EngineStopped
        inlet.write(order + "\n")
        inlet.flush()
        answer = outlet.readline()
        if not answer:
            raise EngineStopped
        drawn: str = json.loads(answer)
        return drawn


class EngineStopped(Exception):
    """The drawing process ended before it answered; what it said stands on standard error."""
