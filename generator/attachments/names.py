"""What the name of an attached file says, and which names nobody can publish."""

import re
from pathlib import PurePath
from typing import Final

from generator.attachments.examined import Fault
from generator.model import FileKind

KINDS: Final = {
    ".pdf": FileKind.PDF,
    ".xlsx": FileKind.XLSX,
    ".docx": FileKind.DOCX,
    ".csv": FileKind.CSV,
    ".png": FileKind.PNG,
    ".jpg": FileKind.JPG,
    ".jpeg": FileKind.JPG,
}
_KNOWN: Final = ", ".join(KINDS)
# Office files that may hold programs: those made for macros, and all of the old form.
_MACROS: Final = frozenset(
    ".doc .dot .docm .dotm .dotx .xls .xlt .xlsm .xltm .xltx .xlsb .xlam .ppt .pps .pptm .ppsm .mdb .accdb".split()
)
# What addresses and other systems' folders cannot have, and what nobody sees; a name of a device.
_UNFIT: Final = re.compile(
    r"""[\\/:*?"<>|#%\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffd]|^[.~ -]|[. ]$"""
    r"|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[.]|$)",
    re.IGNORECASE,
)
_LONGEST: Final = 200


def fault_of_name(name: str) -> Fault | None:
    """Why a file of this name is not looked at; None where it is to be."""
    if _UNFIT.search(name) or len(name.encode(errors="replace")) > _LONGEST:
        return Fault("attachment-name", details={"limit": str(_LONGEST // 3)})
    suffix = PurePath(name).suffix.lower()
    if suffix in _MACROS:
        return Fault("attachment-macro", found=suffix, details={"known": _KNOWN})
    return None if suffix in KINDS else Fault("attachment-kind", found=suffix, details={"known": _KNOWN})
