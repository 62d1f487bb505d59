"""What an answer of another site means: whether a reader gets there what the page says."""

import re
from urllib.parse import urlsplit

from generator.linkcheck.fetching import Failed, Fetched
from generator.linkcheck.records import Verdict

GOOD = Verdict("good")
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 405, 406, 429, 451, 999})  # many hosts answer programs so, and people otherwise
_SERVER, _CLIENT = 500, 400
_FILES = (".pdf", ".xlsx", ".xls", ".docx", ".doc", ".pptx", ".ppt", ".zip", ".csv", ".jpg", ".jpeg", ".png")
_SHARES = ("drive.google.com", "docs.google.com", "forms.gle", "1drv.ms", "onedrive.live.com", "sharepoint.com")
_LOGIN_HOSTS = frozenset({"accounts.google.com", "login.microsoftonline.com", "login.live.com", "login.windows.net"})
# Those who answer every program with a page to sign in.
_SHY = ("facebook.com", "fb.com", "instagram.com", "x.com", "twitter.com", "tiktok.com", "line.me")
_LOGIN = re.compile(r"/(?:log-?in|sign-?in|wp-login\.php|auth)(?:[/.?]|$)", re.IGNORECASE)
_ASKS = re.compile(
    r"request access|you need access|access denied|need permission|ขอสิทธิ์(?:การ)?เข้าถึง|คุณต้องมีสิทธิ์|ต้องได้รับสิทธิ์",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"no longer accepting responses|ไม่รับ(?:การ)?(?:คำ)?ตอบ(?:กลับ)?(?:แล้ว|อีก)|ปิดรับคำตอบ", re.IGNORECASE)
_HEADINGS = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1", re.IGNORECASE | re.DOTALL)
_SAYS_GONE = re.compile(
    r"\b404\b|not\s+found|page\s+(?:does\s?n.t|does\s+not)\s+exist|ไม่พบ(?:หน้า|เพจ|ไฟล์|แฟ้ม|เอกสาร|ข้อมูล|เนื้อหา)|ไม่มีหน้านี้",
    re.IGNORECASE,
)
_PASSWORD = re.compile(rb"<input\b[^>]*type\s*=\s*[\"']?password", re.IGNORECASE)
_PDF = b"%PDF-"
_HEAD = 1024


def judged(asked: str, answer: Fetched | Failed) -> Verdict:
    """What came of asking for an address."""
    if isinstance(answer, Failed):
        return Verdict(answer.why, answer.address if answer.address != asked else "")
    return _of_status(asked, answer) or _of_way(asked, answer) or _of_content(asked, answer) or _moved(asked, answer)


def _of_status(asked: str, answer: Fetched) -> Verdict | None:
    status = answer.status
    if status in _REFUSED and _is(asked, _SHARES):
        return Verdict("shared", answer.address)
    if status in _REFUSED:
        return Verdict("refused", str(status))
    if status in _GONE:
        return Verdict("gone", str(status))
    if status >= _SERVER:
        return Verdict("server", str(status))
    return Verdict("status", str(status)) if status >= _CLIENT else None


def _of_way(asked: str, answer: Fetched) -> Verdict | None:
    """A redirect to a page to sign in, or to a home page instead of what was asked for."""
    start, end = urlsplit(asked), urlsplit(answer.address)
    signs_in = end.hostname in _LOGIN_HOSTS or (
        answer.address != asked and bool(_LOGIN.search(end.path)) and not _LOGIN.search(start.path)
    )
    if signs_in and _is(asked, _SHY):
        return Verdict("refused", "login")
    if signs_in:
        return Verdict("shared" if _is(asked, _SHARES) else "login", answer.address)
    deep = start.path.strip("/") or start.query
    if deep and answer.address != asked and not end.path.strip("/") and not end.query:
        return Verdict("to-home", answer.address)
    return None


def _of_content(asked: str, answer: Fetched) -> Verdict | None:
    """What came instead of a file, and what a page says of itself."""
    path, begins = urlsplit(asked).path.lower(), answer.beginning.lstrip(b"\xef\xbb\xbf \t\r\n")
    is_html = answer.kind in {"text/html", "application/xhtml+xml"} or begins[:9].lower() in {b"<!doctype", b"<html>"}
    if not begins:
        return Verdict("empty")
    if is_html:
        return _of_page(asked, answer) or (Verdict("html-for-file") if path.endswith(_FILES) else None)
    named = path.endswith(".pdf") or answer.kind == "application/pdf"
    return Verdict("not-pdf") if named and _PDF not in answer.beginning[:_HEAD] else None


def _of_page(asked: str, answer: Fetched) -> Verdict | None:
    text = _text(answer.beginning)
    shared = _is(asked, _SHARES)
    if shared and _ASKS.search(text):
        return Verdict("shared", answer.address)
    if shared and _CLOSED.search(text):
        return Verdict("form-closed")
    if any(_SAYS_GONE.search(re.sub("<[^>]*>", " ", said)) for _, said in _HEADINGS.findall(text)):
        return Verdict("says-gone")
    # beside much else a form to sign in is no closed door
    only = len(re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>|\s+", "", text, flags=re.DOTALL)) < _FEW
    return Verdict("login", answer.address) if only and _PASSWORD.search(answer.beginning) else None


_FEW = 400  # characters that a page which only asks to sign in has


def _moved(asked: str, answer: Fetched) -> Verdict:
    """A permanent redirect to another place: it works, for as long as somebody keeps it."""
    start, end = urlsplit(asked), urlsplit(answer.address)
    same = (start.hostname, start.path.rstrip("/"), start.query) == (end.hostname, end.path.rstrip("/"), end.query)
    return Verdict("moved", answer.address) if answer.for_good and not same else GOOD


def _is(address: str, hosts: tuple[str, ...]) -> bool:
    host = urlsplit(address).hostname or ""
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        # what was cut off in the middle of a letter is no other script
        return content.decode("utf-8" if fault.start > len(content) - 4 else "cp874", errors="replace")
