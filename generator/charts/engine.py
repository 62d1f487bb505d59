"""Draws specifications with vl-convert and makes their SVG fit for a page; turns SVG into PNG with the fonts beside it.

Run as a program it reads one order a line as JSON and answers each with a line, a JSON text: the picture, a PNG as
base64.
"""

import base64
import json
import re
import sys
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert
from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
# positions need no more than thousandths of a pixel
_LONG_NUMBER = re.compile(r"([0-9]+[.][0-9]{3})[0-9]+")
_DROPPED = ("font-family", "aria-label", "role", "aria-roledescription", "aria-hidden", "pointer-events", "class")


def svg(name: str, title: str, description: str, spec: Mapping[str, Any]) -> str:
    """One `<svg>` that scales to its box, with title and description for assistive technology; ids begin with `name`.

    `title` and `description` are HTML-escaped already.
    """
    # The engine measures ำ as a mark without width and would cut long labels: it gets the decomposed form.
    drawn = vl_convert.vegalite_to_svg(_decomposed(json.dumps(spec, ensure_ascii=False)))
    root = etree.fromstring(drawn.encode())
    for element in root.iter():
        for attribute in _DROPPED:
            element.attrib.pop(attribute, "")
        if element.get("id"):
            element.set("id", f"{name}-{element.get('id')}")
        for known in list(element.attrib):
            element.set(known, _LONG_NUMBER.sub(r"\1", str(element.get(known))))
        clip = str(element.get("clip-path", ""))
        if clip:
            element.set("clip-path", clip.replace("url(#", f"url(#{name}-"))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{_SVG}path" and child.get("d") in (None, "", "M0,0h0v0h0Z"):
                parent.remove(child)
    etree.cleanup_namespaces(root)
    body = "".join(etree.tostring(child, encoding="unicode") for child in root).replace(
        ' xmlns="http://www.w3.org/2000/svg"', ""
    )
    body = body.replace("{", "&#123;").replace("}", "&#125;")
    return _recomposed(
        f'<svg viewBox="{root.get("viewBox")}" width="{root.get("width")}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>{body}</svg>'
    )


def png(svg: str, scale: int) -> bytes:
    """A picture in pixels, `scale` to one of the SVG."""
    _register_fonts()
    # ำ as one letter is drawn over the letter after it
    return _squeezed(bytes(vl_convert.svg_to_png(_decomposed(svg), scale=scale)))


def _squeezed(png: bytes) -> bytes:
    """The same pixels in a third of the bytes: the engine packs for speed."""
    at, parts, pixels = 8, [png[:8]], b""
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        if kind == b"IDAT":
            pixels += data
        else:
            if kind == b"IEND":
                parts.append(_chunk(b"IDAT", zlib.compress(zlib.decompress(pixels), 6)))
            parts.append(_chunk(kind, data))
        at += 12 + size
    return b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(Path(__file__).parent / "fonts"))


def _answer(order: Mapping[str, Any]) -> str:
    return base64.b64encode(png(**order)).decode() if "svg" in order else svg(**order)


def _decomposed(text: str) -> str:
    return re.sub("([\u0e48-\u0e4b]?)\u0e33", "\u0e4d\\1\u0e32", text)


def _recomposed(text: str) -> str:
    return re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", text)


def main() -> None:
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
