"""An address as a QR code: dark modules on white with a quiet zone around them, whatever the colours of the page."""

import segno
from markupsafe import Markup

from generator.markup import anchor, text

_QUIET = 4  # modules, as the standard wants them


def draw(address: str, label: str, name: str) -> Markup:
    """One block of SVG that is as wide as its place; `label` says what it leads to, `name` is the id of that title."""
    code = segno.make_qr(address, error="m")
    side = len(code.matrix) + 2 * _QUIET
    title = anchor(name)
    return Markup(
        '<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-labelledby="{title}">'
        '<title id="{title}">{label}</title>'
        '<rect width="{side}" height="{side}" fill="#fff"></rect><path d="{modules}" fill="#000"></path></svg>'
    ).format(side=side, title=title, label=text(label), modules=_modules(code.matrix))


def _modules(matrix: tuple[bytearray, ...]) -> str:
    """The dark modules, each run of a row as one rectangle of the path."""
    runs = []
    for y, row in enumerate(matrix, start=_QUIET):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                runs.append(f"M{x + _QUIET} {y}h{end - x}v1h-{end - x}z")
            x = max(end, x + 1)
    return "".join(runs)
